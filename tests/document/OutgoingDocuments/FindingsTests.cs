using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

/// <summary>What is let pass with a warning.</summary>
public sealed class FindingsTests(DocumentSuites suites)
{
    // Rulebook case 46.
    [Theory, EveryDatabase]
    public async Task A_long_text_is_warned_of_and_submitted_all_the_same(StoreKind store)
    {
        foreach (var (length, special, longest) in new[] { (4_300, true, "≤4000"), (3_900, true, ""), (4_300, false, ""), (5_200, false, "≤5000") })
        {
            var draft = DraftUnderway.Notice();
            (draft.Body, draft.SpecialTask) = (new string('文', length), special);
            var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
            var found = (await on.GetAsync()).Findings.Where(f => f.RuleId == "DOC-D10").ToList();
            found.Select(f => (f.Strength, f.Measured, f.Required, f.Article)).ShouldBe(longest.Length > 0 ? [(Strength.Warn, $"{length}", longest, "第2条")] : []);
            await on.DoAsync("draft");
        }
    }
}
