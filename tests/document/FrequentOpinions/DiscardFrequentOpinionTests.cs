using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.FrequentOpinions;

public sealed class DiscardFrequentOpinionTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task What_was_thrown_away_is_gone_and_doing_it_again_changes_nothing(StoreKind store)
    {
        var opinions = ListFrequentOpinionsTests.As(await suites.On(store), Office.DeputyDirector);
        var text = $"请阅（{Guid.NewGuid():N}）。";
        await opinions.SaveFrequentOpinionAsync(new SaveFrequentOpinionRequest { Text = text });
        foreach (var _ in Enumerable.Range(0, 2))
            await opinions.DiscardFrequentOpinionAsync(new DiscardFrequentOpinionRequest { Text = text });
        (await ListFrequentOpinionsTests.ListAsync(opinions)).ShouldNotContain(o => o.Text == text);
    }
}
