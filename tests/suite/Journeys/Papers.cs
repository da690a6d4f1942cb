using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>Papers that go round a house, and the desks of the crowd that reads them.</summary>
internal static class Papers
{
    /// <summary>Registers a document and puts it under way; its matter.</summary>
    public static async Task<string> StartAsync(this Backoffice.Testing.Suite suite, IncomingDocument document)
    {
        var clerk = suite.As("document", Office.Clerk);
        var registered = await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = document });
        return (await new IncomingHandlingService.IncomingHandlingServiceClient(clerk).StartHandlingAsync(new StartHandlingRequest { Name = registered.IncomingDocument.Name })).Matter.Name;
    }

    /// <summary>Serves a paper to readers in person.</summary>
    public static Task CirculateAsync(this MatterService.MatterServiceClient clerk, string matter, IEnumerable<string> readers) =>
        clerk.CirculateMatterAsync(new CirculateMatterRequest { Name = matter, Readers = { readers.Select(r => new Assignee { Person = r }) } }).ResponseAsync;

    public static MatterService.MatterServiceClient MattersOf(this Backoffice.Testing.Suite suite, string reader) => new(suite.Call("document", AccountOf(reader), Role.Staff));

    public static InboxService.InboxServiceClient InboxOf(this Backoffice.Testing.Suite suite, string reader) => new(suite.Call("coordination", AccountOf(reader), Role.Staff));

    /// <summary>Waits until an inbox has these counts; what happened before stands in the inboxes then.</summary>
    public static Task KnowsAsync(this InboxService.InboxServiceClient inbox, InboxCounts counts) =>
        Eventually.SameAsync(async () => (await inbox.GetInboxCountsAsync(new GetInboxCountsRequest())).Counts, c => c.Equals(counts));

    private static string AccountOf(string reader) => reader.Split('/')[1];
}
