using Backoffice.Archive.V1;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Host.Tests.Up;

/// <summary>
/// People of the demonstration who take documents from the register to the archive, and who repeat a call with the same
/// request id until it is answered, as a client does that cannot know whether a dead server had done it.
/// </summary>
internal sealed class OfficeUnderFire(Func<string, Task<CallInvoker>> asPerson)
{
    // A suite that was killed takes some seconds to be back; a busy machine takes more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly Dictionary<string, CallInvoker> _people = [];
    private int _accepted;

    /// <summary>Calls that were answered with success, each counted once.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    public List<(string Document, string Matter)> Done { get; } = [];

    public async Task ArriveAsync()
    {
        foreach (var person in new[] { "clerk", "office-director", "director", "section-chief", "archivist" })
            _people.Add(person, await asPerson(person));
    }

    public CallInvoker As(string person) => _people[person];

    /// <summary>One document all the way; seven calls.</summary>
    public async Task HandleAsync(string title)
    {
        var (clerk, office) = (new IncomingHandlingService.IncomingHandlingServiceClient(As("clerk")), new IncomingHandlingService.IncomingHandlingServiceClient(As("office-director")));
        var register = new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Title = title, Issuer = "民政部", Genre = DocumentGenre.Notice, Body = "请遵照执行。" } };
        var name = (await InsistAsync(register, new IncomingDocumentService.IncomingDocumentServiceClient(As("clerk")).RegisterIncomingDocumentAsync)).IncomingDocument.Name;
        var matter = (await InsistAsync(new StartHandlingRequest { Name = name }, clerk.StartHandlingAsync)).Matter.Name;
        var checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true };
        await InsistAsync(new ScreenIncomingDocumentRequest { Name = name, Kind = HandlingKind.ForAction, Checks = checks }, clerk.ScreenIncomingDocumentAsync);
        await InsistAsync(
            new ProposeHandlingRequest { Name = name, Opinion = "拟请救助科办理", LeaderPost = "posts/director", Plan = new HandlingPlan { LeadPost = "posts/relief-chief" } }, office.ProposeHandlingAsync);
        await InsistAsync(new InstructHandlingRequest { Name = name, Opinion = "同意" }, new IncomingHandlingService.IncomingHandlingServiceClient(As("director")).InstructHandlingAsync);
        await InsistAsync(
            new AnswerIncomingDocumentRequest { Name = name, Result = "已落实", Answer = "电话答复" }, new IncomingHandlingService.IncomingHandlingServiceClient(As("section-chief")).AnswerIncomingDocumentAsync);
        await InsistAsync(new CloseIncomingDocumentRequest { Name = name }, clerk.CloseIncomingDocumentAsync);
        lock (Done)
            Done.Add((name, matter));
    }

    private async Task<TAnswer> InsistAsync<TRequest, TAnswer>(TRequest request, Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call)
        where TRequest : class, IMessage where TAnswer : class
    {
        request.Descriptor.FindFieldByName("request_id").Accessor.SetValue(request, Guid.NewGuid().ToString());
        var answer = await Eventually.SameAsync(async () =>
        {
            try
            {
                return await call(request, new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20)));
            }
            catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason is null or "UNAVAILABLE" or "INTERNAL" or "UNKNOWN_METHOD")
            {
                // Killed, or not yet back: nobody can tell whether it was done.
                return null;
            }
        }, a => a is not null, Patience);
        Interlocked.Increment(ref _accepted);
        return answer!;
    }
}
