using Backoffice.Coordination.Inbox;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

/// <summary>催办 of a receipt before whoever receives it, until it is signed for or need not be any more.</summary>
public sealed class WhenDispatchUrgedTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task It_waits_in_the_inbox_of_the_receiving_post_once_however_often_it_is_urged(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        var urged = Urged(clerk, chief.Posts[0]);
        await HappenAsync(office, urged);
        await HappenAsync(office, new DispatchUrged(urged) { Count = 2, Time = Timestamp.FromDateTimeOffset(InboxOffice.Now.AddDays(1)) });

        var item = (await office.ListAsync(chief, InboxTab.ToDo)).ShouldHaveSingleItem();

        (item.Service, item.Matter, item.Subject, item.Title, item.SubjectNumber, item.ProcedureTitle).ShouldBe(("document", "", urged.Dispatch, urged.Title, urged.DocumentNumber, "催办签收"));
        (item.Task.UrgeCount, item.Task.StepTitle, item.Sender.Person).ShouldBe((2, "签收", clerk.Name));
        (await office.CountsAsync(chief)).ShouldBe(new InboxCounts { ToDo = 1 });
        (await office.CountsAsync(clerk)).ShouldBe(new InboxCounts());

        await HappenAsync(office, new DispatchSignedFor { Dispatch = urged.Dispatch });
        await HappenAsync(office, new DispatchSignedFor { Dispatch = urged.Dispatch });
        (await office.ListAsync(chief, InboxTab.ToDo)).ShouldBeEmpty();
        (await office.CountsAsync(chief)).ShouldBe(new InboxCounts());
    }

    [Theory, EveryDatabase]
    public async Task What_was_withdrawn_or_revoked_waits_no_longer_and_what_was_repealed_does(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        foreach (var kind in new[] { InvalidityKind.Withdrawn, InvalidityKind.Revoked, InvalidityKind.Repealed })
        {
            var urged = Urged(clerk, chief.Posts[0]);
            await HappenAsync(office, urged);
            await HappenAsync(office, new OutgoingDocumentInvalidated { Invalidity = new Invalidity { Kind = kind }, Dispatches = { urged.Dispatch, $"{urged.Dispatch}0" } });
            (await office.ListAsync(chief, InboxTab.ToDo)).Any(i => i.Subject == urged.Dispatch).ShouldBe(kind == InvalidityKind.Repealed, kind.ToString());
        }
    }

    [Theory, EveryDatabase]
    public async Task An_organ_outside_has_no_inbox_here(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var clerk = await office.PersonAsync();
        var (outside, inside) = (Urged(clerk), Urged(clerk, clerk.Posts[0]));
        await HappenAsync(office, outside);
        await HappenAsync(office, inside);

        // Other tests write to the same inbox meanwhile.
        string[] rows = [.. await InboxRows.EntriesAsync(office.Suite), .. await InboxRows.MattersAsync(office.Suite)];
        rows.Count(r => r.Contains(inside.Dispatch, StringComparison.Ordinal)).ShouldBe(2);
        rows.ShouldNotContain(r => r.Contains(outside.Dispatch, StringComparison.Ordinal));
    }

    private static DispatchUrged Urged(Person by, params string[] posts) => new()
    {
        Dispatch = $"outgoingDocuments/{Guid.NewGuid()}/dispatches/{Guid.NewGuid()}",
        Unit = "units/relief",
        Count = 1,
        Time = Timestamp.FromDateTimeOffset(InboxOffice.Now),
        Posts = { posts },
        Title = "关于做好春节慰问工作的通知",
        DocumentNumber = "民发〔2026〕3号",
        Person = by.Name,
    };

    // As the reaction does, in a turn; how events come over the wire is shown with those of matters.
    private static async Task HappenAsync<T>(InboxOffice office, T happened)
        where T : IMessage
    {
        await using var scope = office.Suite.Services(office.Service).CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For("test", "urge"), CancellationToken.None);
        var record = new EventRecord { Producer = "document" };
        var inbox = scope.ServiceProvider.GetRequiredService<InboxProjection>();
        await (happened switch
        {
            DispatchUrged urged => new WhenDispatchUrged(inbox).OnAsync(urged, record, CancellationToken.None),
            DispatchSignedFor signed => new WhenDispatchSignedFor(inbox).OnAsync(signed, record, CancellationToken.None),
            OutgoingDocumentInvalidated invalid => new WhenDocumentInvalidated(inbox).OnAsync(invalid, record, CancellationToken.None),
            _ => Task.CompletedTask,
        });
        await turn.CommitAsync();
    }
}
