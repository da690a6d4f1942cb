using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.People;

internal sealed partial class PersonService
{
    public override async Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var people = await db.People.AsNoTracking().Include(p => p.Holdings).Where(p => p.Name.CompareTo(after) > 0).OrderBy(p => p.Name)
            .Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListPeopleResponse
        {
            People = { people.Take(page.Size).Select(p => p.ToProto()) },
            NextPageToken = page.Next(people, p => PageKey.Of(p.Name)),
        };
    }
}
