using Backoffice.Identity.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<ListAccountsResponse> ListAccounts(ListAccountsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Name.CompareTo(after) > 0).OrderBy(a => a.Name)
            .Take(page.Size + 1).ToListAsync(context.CancellationToken);
        var now = clock.GetUtcNow();
        return new ListAccountsResponse
        {
            Accounts = { accounts.Take(page.Size).Select(a => a.ToProto(now)) },
            NextPageToken = page.Next(accounts, a => PageKey.Of(a.Name)),
        };
    }
}
