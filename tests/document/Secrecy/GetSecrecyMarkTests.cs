using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

public sealed class GetSecrecyMarkTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_may_know_reads_the_mark_and_nobody_else(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await MarkedDocuments.MarkedAsync(suite, "section-review", [.. MarkedDocuments.Course]);
        var mark = (await suite.SecrecyAs(Office.SectionChief).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = on.Name })).SecrecyMark;
        (mark.Level, mark.Scope.Count, mark.Officer).ShouldBe((SecrecyLevel.WorkSecret, 4, ""));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", suite.SecrecyAs(DraftUnderway.Outsider).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = on.Name }));
        (await Refused.FieldsOfAsync(suite.SecrecyAs(Office.Staff).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = "matters/x" }))).ShouldBe(["name"]);
    }
}
