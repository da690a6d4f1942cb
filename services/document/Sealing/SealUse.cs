using Backoffice.Platform.Storage;
using Google.Protobuf.WellKnownTypes;
using Seal = Backoffice.Document.Seals.Seal;

namespace Backoffice.Document.Sealing;

/// <summary>One line of 用印登记. Voided, it stays in the register.</summary>
internal sealed class SealUse : Versioned
{
    public required Guid Id { get; init; }

    /// <summary>Year and month of the office, e.g. 202611.</summary>
    public required int Month { get; init; }

    /// <summary>Place in the register of the year.</summary>
    public required long Number { get; init; }

    public required Guid SealId { get; init; }

    public required Seal Seal { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid DocumentId { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Title { get; init; }

    public required int CopyCount { get; init; }

    public required string DocumentSha256 { get; init; }

    public required string PrintSha256 { get; init; }

    public required string SealedSha256 { get; init; }

    public required string Custodian { get; init; }

    public required string CustodianPost { get; init; }

    public required string Approver { get; init; }

    public required string Applicant { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Provider { get; init; }

    public required bool IsTest { get; init; }

    public required string Notice { get; init; }

    public DateTimeOffset? VoidTime { get; private set; }

    public string VoidPerson { get; private set; } = "";

    public string VoidReason { get; private set; } = "";

    public string Name => $"sealUses/{Id}";

    /// <summary>作废, once.</summary>
    public void Void(string person, string reason, DateTimeOffset at)
    {
        if (VoidTime is not null)
            throw DocumentErrors.SealUseStands(Name, "已经作废 (voided before)");
        (VoidTime, VoidPerson, VoidReason) = (at, person, reason);
        Touch();
    }

    public V1.SealUse ToProto() => new()
    {
        Name = Name,
        Number = (int)Number,
        Seal = Seals.Seal.NameOf(SealId),
        SealDisplayName = Seal.DisplayName,
        SealApplication = SealApplication.NameOf(ApplicationId),
        OutgoingDocument = $"outgoingDocuments/{DocumentId}",
        DocumentNumber = DocumentNumber,
        Title = Title,
        CopyCount = CopyCount,
        ContentSha256 = DocumentSha256,
        PrintSha256 = PrintSha256,
        SealedSha256 = SealedSha256,
        Custodian = Custodian,
        CustodianPost = CustodianPost,
        Approver = Approver,
        Applicant = Applicant,
        Time = Timestamp.FromDateTimeOffset(Time),
        Provider = Provider,
        TestSeal = IsTest,
        Notice = Notice,
        VoidTime = VoidTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        VoidPerson = VoidPerson,
        VoidReason = VoidReason,
    };
}
