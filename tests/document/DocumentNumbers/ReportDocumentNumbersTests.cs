using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using DocumentNumberService = Backoffice.Document.V1.DocumentNumberService;

namespace Backoffice.Document.Tests.DocumentNumbers;

public sealed class ReportDocumentNumbersTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_register_is_reported_whole_with_what_was_voided_and_why(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var (first, second) = (await DraftUnderway.AtAsync(suite, "print"), await DraftUnderway.AtAsync(suite, "print"));
        await DraftUnderway.AtAsync(suite, "print");
        var number = (await second.GetAsync()).DocumentNumber;
        await second.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(new VoidDocumentNumberRequest { Number = number, Reason = "内容有误" });

        var reports = await ReportAsync(first.NumbersAs(Office.Staff), DraftUnderway.Today.Year);

        // One for each 机关代字, those of which nothing was given yet too.
        reports.Select(r => (r.OrganCode, r.FirstSequence, r.LastSequence, r.GivenCount, r.Whole)).ShouldBe([("民发", 1, 3, 3, true), ("民函", 0, 0, 0, true)]);
        var voided = reports[0].VoidedNumbers.ShouldHaveSingleItem();
        (voided.Number, voided.VoidReason, voided.VoidTime is null).ShouldBe((number, "内容有误", false));
    }

    // What must not be: the register is spoilt behind the service's back.
    [Theory, EveryDatabase]
    public async Task Gaps_and_numbers_that_no_document_bears_are_told(StoreKind store)
    {
        var suite = await suites.On(store);
        const int year = 1977;
        await using (var scope = suite.Services("document").CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "spoil the register"), CancellationToken.None);
            foreach (var sequence in new[] { 3, 4, 8 })
                db.DocumentNumbers.Add(new GivenNumber { Code = "民发", Year = year, Sequence = sequence, Number = $"民发〔{year}〕{sequence}号", DocumentId = Guid.NewGuid(), CreateTime = DateTimeOffset.UnixEpoch });
            await turn.CommitAsync();
        }

        var report = (await ReportAsync(new DocumentNumberService.DocumentNumberServiceClient(suite.As("document", Office.Clerk)), year, "民发")).ShouldHaveSingleItem();

        (report.FirstSequence, report.LastSequence, report.GivenCount, report.Whole).ShouldBe((3, 8, 3, false));
        report.Gaps.ShouldBe([new NumberGap { FirstSequence = 1, LastSequence = 2 }, new NumberGap { FirstSequence = 5, LastSequence = 7 }]);
        report.DoubtfulNumbers.ShouldBe([$"民发〔{year}〕3号", $"民发〔{year}〕4号", $"民发〔{year}〕8号"]);
        await Refused.ForAsync("PERMISSION_DENIED", () => ReportAsync(new DocumentNumberService.DocumentNumberServiceClient(suite.As("document", Office.County)), year));
    }

    private static async Task<IReadOnlyList<ReportDocumentNumbersResponse>> ReportAsync(DocumentNumberService.DocumentNumberServiceClient numbers, int year, string code = "")
    {
        using var call = numbers.ReportDocumentNumbers(new ReportDocumentNumbersRequest { Year = year, OrganCode = code });
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }
}
