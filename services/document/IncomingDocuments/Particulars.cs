using Backoffice.Document.V1;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>What is printed on a document and written into the register, exactly as printed.</summary>
internal sealed class Particulars
{
    public string Title { get; set; } = "";

    public string DocumentNumber { get; set; } = "";

    public string Issuer { get; set; } = "";

    public string IssueDateText { get; set; } = "";

    public DateOnly? IssueDate { get; set; }

    public DocumentGenre Genre { get; set; }

    public string MainRecipients { get; set; } = "";

    public string CopyRecipients { get; set; } = "";

    public IReadOnlyList<string> AttachmentTitles { get; set; } = [];

    public Urgency Urgency { get; set; }

    public string Sender { get; set; } = "";

    public int CopyCount { get; set; } = 1;
}
