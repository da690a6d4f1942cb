using Backoffice.Document.Rules;
using Backoffice.Document.Secrecy;
using Backoffice.Document.WorkingCopies;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Typesetting;
using Backoffice.Typesetting.Docx;
using Backoffice.Typesetting.Images;
using Backoffice.Typesetting.Pdf;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Outgoing documents as pages.</summary>
internal sealed partial class OutgoingPageService(
    DocumentDb db, OwnBureau bureau, IBlobStore blobs, Caller caller, Typesetter typesetter, PdfWriter pdf, DocxWriter docx, PageImage image, SecrecyDesk secrecy, ViewerMark viewer,
    OfficeClock clock, CopyDesk copies)
    : V1.OutgoingPageService.OutgoingPageServiceBase;
