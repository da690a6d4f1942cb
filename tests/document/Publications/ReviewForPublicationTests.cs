using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Publications;

public sealed class ReviewForPublicationTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_leaders_review_the_text_each_annex_and_each_file(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await Publishing.IssuedAsync(suite);
        var request = Publishing.Reviewing(on, items: ["body", "annexes/1"]);
        request.RequestId = Guid.NewGuid().ToString();
        foreach (var person in new[] { Office.Staff, Office.Clerk, Office.County })
            await Refused.ForAsync("PERMISSION_DENIED", suite.PublicationsAs(person).ReviewForPublicationAsync(request));

        var reviewed = await suite.PublicationsAs(Office.DeputyDirector).ReviewForPublicationAsync(request);

        (await suite.PublicationsAs(Office.DeputyDirector).ReviewForPublicationAsync(request)).ShouldBe(reviewed);
        var record = reviewed.PublicationRecord;
        record.Reviewed.ShouldBeFalse();
        record.Items.Select(i => (i.Passed, i.Person)).ShouldBe([(true, "people/deputy-director"), (true, "people/deputy-director"), (false, "")]);
        record.Items.Skip(1).Select(i => i.DisplayName).ShouldBe(["名单", "图表.txt"]);
        // The last word stands.
        var withdrawn = await suite.PublicationsAs(Office.OfficeDirector).ReviewForPublicationAsync(Publishing.Reviewing(on, passed: false, "annexes/1"));
        (withdrawn.PublicationRecord.Items[1].Passed, withdrawn.PublicationRecord.Items[1].Note).ShouldBe((false, "涉及个人信息"));
    }

    [Theory, EveryDatabase]
    public async Task Only_what_a_document_has_and_once_it_is_issued(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "dispatched");
        var leader = suite.PublicationsAs(Office.OfficeDirector);
        (await Refused.ForAsync("ITEM_NOT_FOUND", leader.ReviewForPublicationAsync(Publishing.Reviewing(on, items: ["annexes/1"])))).Metadata["item"].ShouldBe("annexes/1");
        (await Refused.FieldsOfAsync(leader.ReviewForPublicationAsync(Publishing.Reviewing(on, items: ["title"])))).ShouldBe(["items[0].item"]);
        await Refused.ForAsync("WRONG_STATE", leader.ReviewForPublicationAsync(Publishing.Reviewing(await DraftUnderway.AtAsync(suite, "dispatch"), items: ["body"])));
        await new OutgoingValidityService.OutgoingValidityServiceClient(suite.As("document", Office.OfficeDirector)).WithdrawOutgoingDocumentAsync(new WithdrawOutgoingDocumentRequest { Name = on.Name, Reason = "发错" });
        await Refused.ForAsync("NOT_IN_FORCE", leader.ReviewForPublicationAsync(Publishing.Reviewing(on, items: ["body"])));
    }
}
