using Backoffice.Options.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Matter = Backoffice.Procedures.V1.Matter;
using Reading = Backoffice.Procedures.Matters.Reading;

namespace Backoffice.Document.Matters;

// What acts on a matter have in common.
internal sealed partial class MatterService
{
    private async Task<TAnswer> ActAsync<TAnswer>(
        ServerCallContext context, string name, string etag, Func<Case, IReadOnlyList<Done>> verb, Func<Matter, TAnswer> answer) where TAnswer : class, IMessage
    {
        await using var turn = await db.BeginTurnAsync(context);
        var on = await desk.FindAsync(name, context.CancellationToken);
        on.Matter.ExpectVersion(etag);
        await desk.RecordAsync(turn, on, verb(on), context.CancellationToken);
        return await turn.CommitAsync(answer(desk.ToProto(on)));
    }

    private async Task<TAnswer> ServeAsync<TAnswer>(
        ServerCallContext context, string name, string etag, TaskKind kind, IReadOnlyList<Assignee> readers, string note, Func<Matter, TAnswer> answer) where TAnswer : class, IMessage
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var on = await desk.FindAsync(name, stop);
        on.Matter.ExpectVersion(etag);
        var named = readers.Select(r => desk.Reader(r)).ToList();
        // 传阅登记 is kept by the office: its clerk and its director serve readers whoever holds the matter.
        var keepsLedger = desk.Caller.Has(Role.Clerk) || desk.Caller.Has(Role.OfficeDirector);
        var (done, lines) = on.Matter.Circulate(desk.DeedOn(on.Subject, note), kind, named, await desk.ServedAsync(on, kind, named, stop), keepsLedger);
        await desk.RecordAsync(turn, on, done, stop, served: lines);
        return await turn.CommitAsync(answer(desk.ToProto(on)));
    }

    /// <summary>Lines of the circulation ledger that are the caller's, in person or by post.</summary>
    private Task<List<Reading>> OwnReadingsAsync(Case on, CancellationToken stop) =>
        db.MatterReadings.Of(on.Matter.Id, desk.Caller.Principals).Where(r => r.EndTime == null).ToListAsync(stop);
}
