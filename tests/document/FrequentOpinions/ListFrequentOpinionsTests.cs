using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.FrequentOpinions;

public sealed class ListFrequentOpinionsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Opinions_are_counted_as_they_are_given_and_the_most_used_come_first(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var opinions = As(suite, Office.SectionChief);
        foreach (var opinion in (string[])["拟同意。", "请办公室核。", "拟同意。", new string('长', 101), ""])
            await AgreeAsync(suite, opinion);

        (await ListAsync(opinions)).ShouldBe([("拟同意。", 2, false), ("请办公室核。", 1, false)]);
        (await ListAsync(As(suite, Office.OfficeDirector))).ShouldBeEmpty();
        await opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = "请加急办理。" });
        (await opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = "请办公室核。" })).FrequentOpinion.UseCount.ShouldBe(1);
        (await ListAsync(opinions)).ShouldBe([("请办公室核。", 1, true), ("请加急办理。", 0, true), ("拟同意。", 2, false)]);
        var pages = new List<string>();
        for (var request = new ListFrequentOpinionsRequest { PageSize = 2 }; ;)
        {
            var page = await opinions.ListFrequentOpinionsAsync(request);
            pages.AddRange(page.FrequentOpinions.Select(o => o.Text));
            if ((request.PageToken = page.NextPageToken).Length == 0)
                break;
        }
        pages.ShouldBe(["请办公室核。", "请加急办理。", "拟同意。"]);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_reads_or_throws_away_what_is_another_s(StoreKind store)
    {
        var suite = await suites.On(store);
        var text = $"请酌处（{Guid.NewGuid():N}）。";
        await As(suite, Office.SectionChief).SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = text });
        await As(suite, Office.FinanceChief).DiscardFrequentOpinionAsync(new DiscardFrequentOpinionRequest { Text = text });
        (await ListAsync(As(suite, Office.FinanceChief))).ShouldNotContain(o => o.Text == text);
        (await ListAsync(As(suite, Office.SectionChief))).ShouldContain((text, 0, true));
        await Refused.ForAsync("PERMISSION_DENIED", new FrequentOpinionService.FrequentOpinionServiceClient(suite.Call("document", "county", Role.Counterpart)).ListFrequentOpinionsAsync(new ListFrequentOpinionsRequest()));
    }

    internal static FrequentOpinionService.FrequentOpinionServiceClient As(Suite suite, string person) => new(suite.As("document", person));

    internal static async Task<IReadOnlyList<(string Text, int Count, bool Saved)>> ListAsync(FrequentOpinionService.FrequentOpinionServiceClient opinions) =>
        [.. (await opinions.ListFrequentOpinionsAsync(new ListFrequentOpinionsRequest { PageSize = 200 })).FrequentOpinions.Select(o => (o.Text, o.UseCount, o.Saved))];

    private static async Task AgreeAsync(Suite suite, string opinion)
    {
        var on = await DraftUnderway.AtAsync(suite, "section-review");
        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = opinion });
    }
}
