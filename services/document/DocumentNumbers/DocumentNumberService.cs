using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.DocumentNumbers;

/// <summary>The rpcs of the register of numbers; one file each.</summary>
internal sealed partial class DocumentNumberService(DocumentDb db, MatterDesk desk, OwnBureau bureau, Caller caller, OfficeClock clock) : V1.DocumentNumberService.DocumentNumberServiceBase;
