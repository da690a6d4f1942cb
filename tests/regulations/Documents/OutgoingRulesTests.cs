using Backoffice.Regulations.Documents;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class OutgoingRulesTests
{
    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>()];

    [Theory, MemberData(nameof(Stages))]
    public void Documents_in_order_pass_every_stage(Stage stage)
    {
        foreach (var document in new[] { Drafts.Request, Drafts.Report, Drafts.Notice, Drafts.Letter })
            document.At(stage).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_keeps_silent_before_its_facts_exist()
    {
        var bare = new OutgoingFacts { Genre = Genre.Request, Direction = RoutingDirection.Upward, Issuer = new("青山市民政局") };
        bare.At(Stage.Drafting).ShouldBeEmpty();
        bare.At(Stage.OfficeReview).Select(f => f.Rule.Id).ShouldBe(["DOC-E07", "DOC-R01"]);
        bare.At(Stage.Signing).Select(f => f.Rule.Id).ShouldBe(["DOC-E07", "DOC-R01", "DOC-D03"]);
        bare.At(Stage.Recheck).Select(f => f.Rule.Id).ShouldBe(["DOC-E07", "DOC-R01", "DOC-D03", "DOC-D06", "DOC-E06"]);
    }

    [Fact]
    public void All_violations_are_reported_and_not_the_first()
    {
        var draft = Drafts.Request with { Matters = 2, CopyRecipients = [Drafts.CountyBureaus], Urgency = Urgency.Routine };
        draft.At(Stage.Drafting).Select(f => f.Rule.Id).ShouldBe(["DOC-R03", "DOC-R06", "DOC-E03"]);
    }

    [Fact]
    public void Old_cases_are_judged_by_the_rules_of_their_day()
    {
        var draft = Drafts.Notice with { DemandsFollowUp = true };
        OutgoingRules.Check(draft, Stage.Drafting, new(2024, 8, 5)).ShouldBeEmpty();
        OutgoingRules.Check(draft, Stage.Drafting, new(2024, 8, 6)).ShouldHaveSingleItem().Rule.Id.ShouldBe("DOC-D12");
    }
}
