using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Publications;

public sealed class RecordPublicationTests(DocumentSuites suites)
{
    // Rulebook case 90: 先审查、后公开, each item by itself.
    [Theory, EveryDatabase]
    public async Task Nothing_is_published_before_each_of_its_items_was_reviewed(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await Publishing.IssuedAsync(suite);
        var items = (await Publishing.RecordAsync(suite, on)).Items.Select(i => i.Item).ToList();
        var request = Publishing.Publication(suite, on);
        await Refused.ForAsync("PERMISSION_DENIED", suite.PublicationsAs(Office.Staff).RecordPublicationAsync(request));
        (await Breaches.OfAsync(suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(request))).ShouldBe(["SEC-24 第35条", "SEC-24 第35条", "SEC-24 第35条"]);
        await suite.PublicationsAs(Office.OfficeDirector).ReviewForPublicationAsync(Publishing.Reviewing(on, items: items.SkipLast(1)));
        (await Breaches.OfAsync(suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(request))).ShouldBe(["SEC-24 第35条"]);
        await suite.PublicationsAs(Office.OfficeDirector).ReviewForPublicationAsync(Publishing.Reviewing(on, passed: false, items[^1]));
        (await Breaches.OfAsync(suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(request))).ShouldBe(["SEC-24 第35条"]);
        await suite.PublicationsAs(Office.OfficeDirector).ReviewForPublicationAsync(Publishing.Reviewing(on, items: [items[^1]]));
        foreach (var impossible in new[] { suite.Now.AddDays(-1), suite.Now.AddHours(1) })
        {
            var stated = Publishing.Publication(suite, on);
            stated.PublishTime = Timestamp.FromDateTimeOffset(impossible);
            await Refused.ForAsync("STATED_TIME", suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(stated));
        }

        request.PublishTime = Timestamp.FromDateTimeOffset(suite.Now);
        var recorded = await suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(request);

        (await suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(request)).ShouldBe(recorded);
        var publication = recorded.PublicationRecord.Publications.ShouldHaveSingleItem();
        (publication.Place, publication.Uri, publication.Person).ShouldBe(("市民政局门户网站", "https://example.invalid/1", "people/clerk"));
        (await suite.EventsAsync<OutgoingDocumentPublished>("document")).Count(e => e.OutgoingDocument == on.Name).ShouldBe(1);
        (await Publishing.RecordAsync(suite, on)).ShouldBe(recorded.PublicationRecord);
    }

    [Theory, EveryDatabase]
    public async Task What_is_marked_and_what_is_not_issued_is_not_published(StoreKind store)
    {
        var suite = await suites.On(store);
        var marked = await MarkedDocuments.MarkedAsync(suite, "dispatched");
        await suite.PublicationsAs(Office.OfficeDirector).ReviewForPublicationAsync(Publishing.Reviewing(marked, items: ["body"]));
        (await Breaches.OfAsync(suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(Publishing.Publication(suite, marked)))).ShouldBe(["DOC-M04 第31条"]);
        var draft = await DraftUnderway.AtAsync(suite, "dispatch");
        await Refused.ForAsync("WRONG_STATE", suite.PublicationsAs(Office.Clerk).RecordPublicationAsync(Publishing.Publication(suite, draft)));
    }
}
