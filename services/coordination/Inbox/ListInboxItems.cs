using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Task = Backoffice.Procedures.V1.Task;

namespace Backoffice.Coordination.Inbox;

internal sealed partial class InboxService
{
    private static readonly CompiledQuery<CoordinationDb, IReadOnlyList<string>, InboxMatter> MattersNamed = new((db, names) => db.InboxMatters.Where(m => names.Contains(m.Name)));

    public override async Task<ListInboxItemsResponse> ListInboxItems(ListInboxItemsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var order = InboxOrder.Of(request.OrderBy);
        var desk = Desk.Of(caller);
        var matching = InboxFilter.Apply(db.InboxEntries.AsNoTracking().Where(e => e.Tab == request.Tab), db.InboxMatters, request.Tab, request.Filter);
        if (desk.Principals.Count == 0)
            return new ListInboxItemsResponse();

        // A page of each principal's tab holds the page of all: each is read along its own index, and only pages are merged.
        var pages = desk.Principals.Select(p => order.From(matching.Where(e => e.Principal == p), page.After).Take(page.Size + 1));
        var paged = order.From(pages.Aggregate((one, other) => one.Concat(other)), null).Take(page.Size + 1);
        var entries = await db.PlannedForValuesAsync(() => paged.ToListAsync(stop), stop);
        return new ListInboxItemsResponse
        {
            Items = { await ItemsAsync([.. entries.Take(page.Size)], desk, e => page.Behind(order.KeyOf(e)), stop) },
            NextPageToken = page.Next(entries, order.KeyOf),
        };
    }

    private async Task<IEnumerable<InboxItem>> ItemsAsync(IReadOnlyList<InboxEntry> entries, Desk desk, Func<InboxEntry, string> tokenAfter, CancellationToken stop)
    {
        var names = entries.Select(e => e.Matter).Distinct().ToList();
        var matters = (await MattersNamed.ReadAsync(db, names, stop)).ToDictionary(m => m.Name);
        var now = clock.GetUtcNow();
        return entries.Select(e => ItemOf(e, matters[e.Matter], desk, tokenAfter(e), now));
    }

    private static InboxItem ItemOf(InboxEntry entry, InboxMatter matter, Desk desk, string tokenAfter, DateTimeOffset now) => new()
    {
        Service = matter.Service,
        Matter = matter.IsMatter ? matter.Name[(matter.Service.Length + 1)..] : "",
        Task = entry.Number == InboxEntry.MatterItself ? null : Task.Parser.ParseFrom(entry.Task),
        Subject = matter.Subject,
        Title = matter.Title,
        SubjectNumber = matter.SubjectNumber,
        Urgency = matter.Urgency,
        ProcedureTitle = matter.ProcedureTitle,
        StepTitle = matter.StepTitle,
        State = matter.State,
        HolderPost = matter.HolderPost,
        Starter = Actor.Parser.ParseFrom(matter.Starter),
        Sender = entry.Number == InboxEntry.MatterItself ? null : Actor.Parser.ParseFrom(entry.Sender),
        OnBehalfOf = desk.StoodInFor.Contains(entry.Principal) ? entry.Principal : "",
        Overdue = entry.Tab is InboxTab.ToDo or InboxTab.ToRead && entry.DueTime < now,
        UpdateTime = Timestamp.FromDateTimeOffset(matter.UpdateTime),
        PageTokenAfter = tokenAfter,
    };
}
