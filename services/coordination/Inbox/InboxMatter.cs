using Backoffice.Procedures.V1;
using Google.Protobuf;

namespace Backoffice.Coordination.Inbox;

/// <summary>A matter of some service, as its newest act left it: what all lines of inboxes about it have in common.</summary>
internal sealed class InboxMatter
{
    /// <summary>`{service}/matters/{id}`, or what waits without one: `{service}/outgoingDocuments/{id}/dispatches/{id}`.</summary>
    public required string Name { get; init; }

    public required string Service { get; init; }

    public required string Subject { get; init; }

    public string Title { get; set; } = "";

    public string SubjectNumber { get; set; } = "";

    public int Urgency { get; set; }

    public string ProcedureTitle { get; set; } = "";

    public MatterState State { get; set; }

    public string StepTitle { get; set; } = "";

    public string HolderPost { get; set; } = "";

    /// <summary>The `Actor` who started it.</summary>
    public required byte[] Starter { get; init; }

    public DateTimeOffset UpdateTime { get; set; }

    /// <summary>False for what waits in an inbox without a matter: a document that was urged to be signed for.</summary>
    public bool IsMatter => Name.StartsWith($"{Service}/matters/", StringComparison.Ordinal);

    public static InboxMatter Of(string service, Progress progress) => new()
    {
        Name = NameOf(service, progress),
        Service = service,
        Subject = progress.Subject,
        Starter = (progress.Starter ?? new Actor()).ToByteArray(),
    };

    public static string NameOf(string service, Progress progress) => $"{service}/{progress.Matter}";

    public void Take(Progress progress)
    {
        Title = progress.Title;
        SubjectNumber = progress.SubjectNumber;
        Urgency = progress.Urgency;
        ProcedureTitle = progress.ProcedureTitle;
        State = progress.State;
        StepTitle = progress.StepTitle;
        HolderPost = progress.HolderPost;
        UpdateTime = progress.Time.ToDateTimeOffset();
    }
}
