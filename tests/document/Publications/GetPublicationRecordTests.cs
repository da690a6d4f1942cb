using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Publications;

public sealed class GetPublicationRecordTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_may_read_the_document_sees_what_was_reviewed_of_it(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "dispatched");
        var record = await Publishing.RecordAsync(suite, on);
        (record.Reviewed, record.Publications.Count, record.Items.Single().Item).ShouldBe((false, 0, "body"));
        record.Items[0].DisplayName.ShouldBe((await on.GetAsync()).Title);
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", suite.PublicationsAs(DraftUnderway.Outsider).GetPublicationRecordAsync(new GetPublicationRecordRequest { Name = on.Name }));
        await Refused.ForAsync("PERMISSION_DENIED", suite.PublicationsAs(Office.County).GetPublicationRecordAsync(new GetPublicationRecordRequest { Name = on.Name }));
    }
}
