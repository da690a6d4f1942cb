using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ReleaseReaderTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_reader_who_has_left_is_released_with_a_reason_and_the_document_is_closed(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var on = await DocumentUnderway.StartedAsync(suite);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/section-chief", "people/finance-chief", "posts/deputy-director"));
        await on.MattersAs(Office.SectionChief).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });
        var close = new CloseIncomingDocumentRequest { Name = on.Document };
        await suite.PublishAsync(Without(2, Office.FinanceChief, Office.DeputyDirector));
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(close))).ShouldBe(["DOC-I05 第24条(五)", "DOC-I05 第24条(五)"]);
        var request = Request(on, "people/finance-chief");
        request.RequestId = Guid.NewGuid().ToString();

        var matter = (await on.MattersAs(Office.Clerk).ReleaseReaderAsync(request)).Matter;

        (await on.MattersAs(Office.Clerk).ReleaseReaderAsync(request)).Matter.ShouldBe(matter);
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(close))).ShouldBe(["DOC-I05 第24条(五)"]);
        await on.MattersAs(Office.OfficeDirector).ReleaseReaderAsync(Request(on, "posts/deputy-director"));
        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter });
        (ledger.ServedCount, ledger.ReadCount, ledger.ReleasedCount).ShouldBe((3, 1, 2));
        var line = ledger.Readings.Single(r => r.Task.Person == "people/finance-chief");
        (line.Task.Outcome, line.Note, line.Task.Actor.Person).ShouldBe((TaskOutcome.Released, "已调离本局", "people/clerk"));
        (await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter, OutstandingOnly = true })).Readings.ShouldBeEmpty();
        var act = (await on.ActsAsync()).Single(a => a.Targets.Contains("people/finance-chief") && a.Verb == Verb.Release);
        (act.Opinion, act.Actor.Person).ShouldBe(("已调离本局", "people/clerk"));
        (await on.ProgressAsync()).Single(p => p.Act == act.Number).Changed.ShouldHaveSingleItem().EndTime.ShouldNotBeNull();
        (await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(close)).IncomingDocument.State.ShouldBe(IncomingDocumentState.Closed);
    }

    [Theory, EveryDatabase]
    public async Task Of_several_releases_at_once_one_is_recorded(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var on = await DocumentUnderway.StartedAsync(suite);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/finance-chief", "people/director"));
        await suite.PublishAsync(Without(2, Office.FinanceChief));
        var reasons = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Refused.ReasonOfAsync(on.MattersAs(Office.Clerk).ReleaseReaderAsync(Request(on, "people/finance-chief")))));
        reasons.Order().ShouldBe(["", "VERB_NOT_ALLOWED", "VERB_NOT_ALLOWED", "VERB_NOT_ALLOWED"]);
        (await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter })).ReleasedCount.ShouldBe(1);
    }

    // Released from reading, everybody: then nobody has read it, and it needs other readers.
    [Theory, EveryDatabase]
    public async Task What_nobody_has_read_is_not_closed(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var on = await DocumentUnderway.StartedAsync(suite);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/finance-chief"));
        await suite.PublishAsync(Without(2, Office.FinanceChief));
        await on.MattersAs(Office.Clerk).ReleaseReaderAsync(Request(on, "people/finance-chief"));
        var close = new CloseIncomingDocumentRequest { Name = on.Document };
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(close))).ShouldBe(["DOC-I04 第24条(四)"]);
        await on.CirculateAsync("people/director");
        await on.MattersAs(Office.Director).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });
        await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(close);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_can_still_read_is_not_spared_and_only_the_office_releases(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/director", WiderOffice.VacantPost, "posts/section-chief"));
        foreach (var reader in (string[])["people/director", "posts/section-chief", WiderOffice.VacantPost])
            (await Refused.ForAsync("VERB_NOT_ALLOWED", on.MattersAs(Office.Clerk).ReleaseReaderAsync(Request(on, reader)))).Metadata["why"].ShouldContain("仍在岗");
        (await Refused.ForAsync("VERB_NOT_ALLOWED", on.MattersAs(Office.Clerk).ReleaseReaderAsync(Request(on, WiderOffice.Crowd[0])))).Metadata["why"].ShouldContain("没有待阅的文件");
        var bare = Request(on, "people/director");
        bare.Reason = " ";
        await Refused.ForAsync("REASON_REQUIRED", on.MattersAs(Office.Clerk).ReleaseReaderAsync(bare));
        foreach (var person in (string[])[Office.SectionChief, Office.Director, Office.Staff, Office.County])
            await Refused.ForAsync("PERMISSION_DENIED", on.MattersAs(person).ReleaseReaderAsync(Request(on, "people/director")));
        var hidden = await DraftUnderway.AtAsync(await suites.On(store), "section-review");
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Clerk).ReleaseReaderAsync(new ReleaseReaderRequest { Name = hidden.Matter, Reader = DocumentUnderway.Reader("people/director"), Reason = "已调离" }));
    }

    private static ReleaseReaderRequest Request(DocumentUnderway on, string reader) => new() { Name = on.Matter, Reader = DocumentUnderway.Reader(reader), Reason = "已调离本局" };

    /// <summary>The bureau after some have left.</summary>
    private static Backoffice.Coordination.V1.Directory Without(long version, params IReadOnlyList<string> gone)
    {
        var directory = Office.Directory.Clone();
        directory.Version = version;
        foreach (var person in directory.People.Where(p => gone.Contains(p.Account)))
        {
            person.Left = true;
            person.Posts.Clear();
        }
        return directory;
    }
}
