using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Testing;

/// <summary>
/// People of an office who take documents from the register to the archive, and who repeat a call with the same request id
/// until it is answered, as a client does that cannot know whether a server that went away had done it.
/// </summary>
/// <param name="document">Calls the document service as a person; asked anew for each try.</param>
/// <param name="leadPost">The section that handles what comes in.</param>
/// <param name="alsoPassing">A reason for refusals that the trouble itself makes, and that a repeat gets over.</param>
public sealed class OfficeUnderFire(Func<string, CallInvoker> document, string leadPost, string? alsoPassing = null)
{
    /// <summary>Calls that one document takes.</summary>
    public const int CallsEach = 7;

    // A suite that was killed takes some seconds to be back; a busy machine takes more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly List<(string Document, string Matter)> _done = [];
    private int _accepted;

    /// <summary>Calls that were answered with success, each counted once.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>The documents that are closed, and their matters.</summary>
    public IReadOnlyList<(string Document, string Matter)> Done => _done;

    /// <summary>One document all the way; seven calls.</summary>
    public async Task HandleAsync(string title)
    {
        var register = new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Title = title, Issuer = "民政部", Genre = DocumentGenre.Notice, Body = "请遵照执行。" } };
        var name = (await InsistAsync(register, (c, r, o) => new IncomingDocumentService.IncomingDocumentServiceClient(c).RegisterIncomingDocumentAsync(r, o), "clerk")).IncomingDocument.Name;
        var matter = (await InsistAsync(new StartHandlingRequest { Name = name }, (c, r, o) => Handling(c).StartHandlingAsync(r, o), "clerk")).Matter.Name;
        var checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true };
        await InsistAsync(new ScreenIncomingDocumentRequest { Name = name, Kind = HandlingKind.ForAction, Checks = checks }, (c, r, o) => Handling(c).ScreenIncomingDocumentAsync(r, o), "clerk");
        await InsistAsync(
            new ProposeHandlingRequest { Name = name, Opinion = "拟请救助科办理", LeaderPost = "posts/director", Plan = new HandlingPlan { LeadPost = leadPost } },
            (c, r, o) => Handling(c).ProposeHandlingAsync(r, o), "office-director");
        await InsistAsync(new InstructHandlingRequest { Name = name, Opinion = "同意" }, (c, r, o) => Handling(c).InstructHandlingAsync(r, o), "director");
        await InsistAsync(new AnswerIncomingDocumentRequest { Name = name, Result = "已落实", Answer = "电话答复" }, (c, r, o) => Handling(c).AnswerIncomingDocumentAsync(r, o), "section-chief");
        await InsistAsync(new CloseIncomingDocumentRequest { Name = name }, (c, r, o) => Handling(c).CloseIncomingDocumentAsync(r, o), "clerk");
        lock (_done)
            _done.Add((name, matter));
    }

    private static IncomingHandlingService.IncomingHandlingServiceClient Handling(CallInvoker invoker) => new(invoker);

    private async Task<TAnswer> InsistAsync<TRequest, TAnswer>(TRequest request, Func<CallInvoker, TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call, string person)
        where TRequest : class, IMessage where TAnswer : class
    {
        request.Descriptor.FindFieldByName("request_id").Accessor.SetValue(request, Guid.NewGuid().ToString());
        var answer = await Eventually.SameAsync(async () =>
        {
            try
            {
                return await call(document(person), request, new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20)));
            }
            catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason is var reason && (reason is null or "UNAVAILABLE" or "INTERNAL" or "UNKNOWN_METHOD" || reason == alsoPassing))
            {
                // Killed, or not yet back: nobody can tell whether it was done.
                return null;
            }
        }, a => a is not null, Patience);
        Interlocked.Increment(ref _accepted);
        return answer!;
    }
}
