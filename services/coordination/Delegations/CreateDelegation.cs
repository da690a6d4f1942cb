using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Time;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Delegations;

internal sealed partial class DelegationService
{
    public override async Task<CreateDelegationResponse> CreateDelegation(CreateDelegationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var sent = request.Delegation;
        if (sent.Post == sent.DeputyPost)
            throw CoordinationErrors.DeputyIsSelf(sent.Post);
        var time = Interval.Of(clock.AtOffice(sent.StartTime.ToDateTimeOffset()), clock.AtOffice(sent.EndTime.ToDateTimeOffset()), Delegation.Longest);

        await using var turn = await db.BeginTurnAsync(context);
        time.ExpectAhead(clock.Now);
        await ExpectMayDelegateAsync(await OpenPostAsync(sent.Post, stop), stop);
        await ExpectHeldAsync(await OpenPostAsync(sent.DeputyPost, stop), stop);
        if (await db.Delegations.AsNoTracking().Where(d => d.Post == sent.Post).FirstTakenAsync(time, Delegation.Longest, clock, stop) is { } taken)
            throw CoordinationErrors.DelegatedAlready(sent.Post, taken);

        var delegation = Of(sent, time);
        db.Delegations.Add(delegation);
        return await publisher.CommitAsync(turn, delegation.Name, new CreateDelegationResponse { Delegation = delegation.ToProto() });
    }

    private Delegation Of(V1.Delegation sent, Interval time) => new()
    {
        Id = Guid.CreateVersion7(clock.Now),
        Post = sent.Post,
        DeputyPost = sent.DeputyPost,
        StartTime = time.Start,
        EndTime = time.End,
        Reason = sent.Reason,
        Appointment = sent.Appointment,
        Creator = caller.Actor,
    };

    private async Task<Posts.Post> OpenPostAsync(string name, CancellationToken stop)
    {
        var post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, stop) ?? throw CoordinationErrors.PostNotFound(name);
        return post.Closed ? throw CoordinationErrors.Closed(name) : post;
    }

    /// <summary>Whoever holds the post may, and the office director for any post of the bureau; another organ's posts are not the bureau's.</summary>
    private async Task ExpectMayDelegateAsync(Posts.Post post, CancellationToken stop)
    {
        // By the records: the directory this process knows may still have a holder who is one no longer.
        if (await db.Holdings.AnyAsync(h => h.Post == post.Name && h.Person == caller.Person, stop))
            return;
        if (!caller.Has(Role.OfficeDirector) || await db.Units.AnyAsync(u => u.Name == post.Unit && u.Kind == UnitKind.External, stop))
            throw CoordinationErrors.NotYourPost(post.Name);
    }

    private async Task ExpectHeldAsync(Posts.Post post, CancellationToken stop)
    {
        if (!await db.Holdings.AnyAsync(h => h.Post == post.Name, stop))
            throw CoordinationErrors.DeputyVacant(post.Name);
    }
}
