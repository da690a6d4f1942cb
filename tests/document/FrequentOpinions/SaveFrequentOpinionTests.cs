using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.FrequentOpinions;

public sealed class SaveFrequentOpinionTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Where_there_are_two_hundred_the_least_used_makes_room(StoreKind store)
    {
        var opinions = ListFrequentOpinionsTests.As(await suites.On(store), Office.Director);
        var texts = Enumerable.Range(0, 201).Select(i => $"意见{i}（{Guid.NewGuid():N}）").ToList();
        foreach (var text in texts)
            await opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = text });

        var kept = await ListFrequentOpinionsTests.ListAsync(opinions);

        kept.Count.ShouldBe(200);
        kept.Select(k => k.Text).ShouldContain(texts[200]);
        kept.Select(k => k.Text).ShouldNotContain(texts[0]);
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_no_opinion_and_a_long_text_none_that_is_kept(StoreKind store)
    {
        var opinions = ListFrequentOpinionsTests.As(await suites.On(store), Office.Staff);
        await Refused.ForAsync("STATE_SECRET_REFUSED", opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = "机密★" }));
        (await Refused.FieldsOfAsync(opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = new string('长', 101) }))).ShouldBe(["text"]);
        (await Refused.FieldsOfAsync(opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest()))).ShouldBe(["text"]);
    }
}
