using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Google.Protobuf.WellKnownTypes;
using Matter = Backoffice.Procedures.Matters.Matter;
using MatterState = Backoffice.Procedures.V1.MatterState;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using Seal = Backoffice.Document.Seals.Seal;

namespace Backoffice.Document.Sealing;

/// <summary>用印申请: for one seal on one document as it was printed. Who reads the document reads it; whoever has to do with it gets to read the document.</summary>
internal sealed class SealApplication : Versioned, ISubject
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required OutgoingDocument Document { get; init; }

    public required Guid SealId { get; init; }

    public required Seal Seal { get; init; }

    public required int CopyCount { get; init; }

    public required string Purpose { get; init; }

    public required string Applicant { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>SHA-256 of the print version it was made for.</summary>
    public required string PrintSha256 { get; init; }

    /// <summary>SHA-256 of the content that was signed.</summary>
    public required string DocumentSha256 { get; init; }

    public SealApplicationState State { get; private set; } = SealApplicationState.InProgress;

    public string Matter { get; private set; } = "";

    /// <summary>批准; null before it.</summary>
    public SealApproval? Approval { get; private set; }

    public string Name => NameOf(Id);

    /// <summary>True while text and print are those it was made for.</summary>
    public bool IsOfPresentPrint => Document.PrintSha256 == PrintSha256 && Document.ContentSha256() == DocumentSha256;

    public static string NameOf(Guid id) => $"sealApplications/{id}";

    public MatterSubject ToSubject() => new(Name, $"用印申请：{Document.Draft.Title}", Document.DocumentNumber ?? "", Document.Draft.Urgency.Level());

    public string ContentSha256() => ContentHash.Of([DocumentSha256, PrintSha256, SealId.ToString(), CopyCount.ToString(System.Globalization.CultureInfo.InvariantCulture), Purpose]);

    public IMarked Marked => Document;

    public bool IsVisibleTo(Caller caller) => Document.IsVisibleTo(caller);

    public bool LetAlsoRead(IReadOnlyList<string> principals) => Document.LetAlsoRead(principals);

    public DateOnly? DueDayOf(Step step) => null;

    public string ChaserPost => "";

    public void Follow(Matter matter, DateTimeOffset at)
    {
        Matter = matter.Name;
        State = matter.Status switch
        {
            MatterState.Running => SealApplicationState.InProgress,
            MatterState.Completed => SealApplicationState.Sealed,
            _ => SealApplicationState.Ended,
        };
        Touch();
    }

    public void Approve(SealApproval approval)
    {
        Approval = approval;
        Touch();
    }

    public V1.SealApplication ToProto() => new()
    {
        Name = Name,
        OutgoingDocument = $"outgoingDocuments/{DocumentId}",
        Seal = Seals.Seal.NameOf(SealId),
        CopyCount = CopyCount,
        Purpose = Purpose,
        State = State,
        Applicant = Applicant,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        Matter = Matter,
        PrintSha256 = PrintSha256,
        ContentSha256 = DocumentSha256,
        Approver = Approval?.Person ?? "",
        ApproverPost = Approval?.Post ?? "",
        ApproveTime = Approval is { } approved ? Timestamp.FromDateTimeOffset(approved.Time) : null,
        ApproveOpinion = Approval?.Opinion ?? "",
    };
}

/// <summary>Who approved the use of the seal, in which post, when and how.</summary>
internal sealed record SealApproval(string Person, string Post, DateTimeOffset Time, string Opinion);
