using Backoffice.Identity.Accounts;
using Backoffice.Platform.Paging;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Caller = Backoffice.Platform.Callers.Caller;

namespace Backoffice.Identity.Sessions;

/// <summary>The rpcs of sessions; one file each.</summary>
internal sealed partial class SessionService(IdentityDb db, Caller caller, EndedSessions ended, IssuedTokens issued, IdentityOptions options, TimeProvider clock)
    : V1.SessionService.SessionServiceBase
{
    private string OwnAccount => Account.NameOf(caller.Account);

    /// <summary>A page of an account's sessions, and the token of the next. What has run out by itself is listed no more, cleared away or not.</summary>
    private async Task<(IReadOnlyList<V1.Session> Sessions, string Next)> PageAsync(string account, IMessage request, CancellationToken stop)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var since = clock.GetUtcNow() - options.SessionLife;
        var sessions = db.Sessions.AsNoTracking().Where(s => s.Account == account && s.SignInTime > since);
        if (page.After?.Text() is { } after)
            sessions = sessions.Where(s => s.Id.CompareTo(after) < 0);
        var rows = await sessions.OrderByDescending(s => s.Id).Take(page.Size + 1).ToListAsync(stop);
        return ([.. rows.Take(page.Size).Select(s => s.ToProto(caller.Session))], page.Next(rows, s => PageKey.Of(s.Id)));
    }
}
