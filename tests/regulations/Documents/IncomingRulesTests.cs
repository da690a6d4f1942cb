using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class IncomingRulesTests
{
    private static readonly IncomingFacts ForAction = new()
    {
        PiecesExpected = 10,
        PiecesReceived = 10,
        SignedForAt = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)),
        Sender = "省民政厅",
        Title = "关于报送冬季救助工作情况的通知",
        PassedScreening = true,
        Handling = Handling.ForAction,
        HandlingProposal = "拟请社会救助科办理",
        HandlingSections = ["社会救助科"],
        AnswerRef = "青民函〔2026〕8号",
    };

    private static readonly IncomingFacts ForInformation = ForAction with
    {
        Handling = Handling.ForInformation,
        HandlingProposal = "",
        HandlingSections = [],
        AnswerRef = null,
        Readers = [new("李国栋", HasRead: true), new("周敏", HasRead: true)],
        OpenedBy = ["李国栋", "周敏"],
    };

    public static TheoryData<IncomingStage> Stages => [.. Enum.GetValues<IncomingStage>()];

    [Theory, MemberData(nameof(Stages))]
    public void Documents_in_order_pass_every_stage(IncomingStage stage)
    {
        At(ForAction, stage).ShouldBeEmpty();
        At(ForInformation, stage).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_keeps_silent_before_its_facts_exist()
    {
        var arrived = new IncomingFacts();
        At(arrived, IncomingStage.SignFor).Select(f => f.Rule.Id).ShouldBe(["DOC-I01"]);
        At(arrived, IncomingStage.Screening).Select(f => f.Rule.Id).ShouldBe(["DOC-I01", "DOC-I02", "DOC-I02"]);
        At(arrived, IncomingStage.Assignment).Select(f => f.Rule.Id).ShouldBe(["DOC-I01", "DOC-I02", "DOC-I02", "DOC-I04"]);
    }

    [Fact] // case 51
    public void A_document_is_signed_for_with_the_time() => At(ForAction with { SignedForAt = null }, IncomingStage.SignFor).ShouldFind("DOC-I01", Strength.Reject);

    [Theory] // case 51
    [InlineData(9)]
    [InlineData(11)]
    public void Pieces_that_differ_are_recorded_and_not_passed_over(int received)
    {
        var facts = ForAction with { PiecesReceived = received };
        At(facts, IncomingStage.SignFor).ShouldFind("DOC-I01", Strength.Reject).Measured.ShouldBe($"{received}");
        At(facts with { DiscrepancyNote = "已电话告知来文单位" }, IncomingStage.SignFor).ShouldBeEmpty();
    }

    [Fact]
    public void The_register_names_sender_and_title()
    {
        At(ForAction with { Sender = "" }, IncomingStage.Registration).ShouldFind("DOC-I02", Strength.Reject).Field.ShouldBe("Sender");
        At(ForAction with { Title = " " }, IncomingStage.Registration).ShouldFind("DOC-I02", Strength.Reject).Field.ShouldBe("Title");
    }

    [Fact] // case 52
    public void What_fails_the_screening_goes_back_with_the_reason()
    {
        var failed = ForAction with { PassedScreening = false };
        At(failed, IncomingStage.Screening).ShouldFind("DOC-I03", Strength.Reject);
        At(failed with { ReturnReason = "不属本机关职权" }, IncomingStage.Screening).ShouldBeEmpty();
    }

    [Fact]
    public void The_handling_is_decided_and_has_somebody_to_do_it()
    {
        At(ForAction with { Handling = Handling.Undecided }, IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject);
        At(ForInformation with { Readers = [], OpenedBy = [] }, IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject).Field.ShouldBe("Readers");
        var unproposed = ForAction with { HandlingProposal = "", HandlingSections = [] };
        At(unproposed, IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject).Field.ShouldBe("HandlingProposal");
        At(unproposed with { HandlingSections = ["社会救助科"] }, IncomingStage.Assignment).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("财务科", false)]
    [InlineData("办公室", true)]
    public void Of_two_sections_one_is_the_lead(string? lead, bool passes)
    {
        var findings = At(ForAction with { HandlingSections = ["社会救助科", "办公室"], LeadSection = lead }, IncomingStage.Assignment);
        findings.Select(f => f.Rule.Id).ShouldBe(passes ? [] : ["DOC-I04"]);
    }

    [Fact] // case 54
    public void The_urgent_has_a_deadline_and_somebody_who_chases_it()
    {
        var urgent = ForAction with { IsUrgent = true, DueAt = ForAction.SignedForAt!.Value.AddDays(1), Chaser = "周敏" };
        At(urgent, IncomingStage.Assignment).ShouldBeEmpty();
        At(urgent with { DueAt = null }, IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject);
        At(urgent with { Chaser = null }, IncomingStage.Assignment).ShouldFind("DOC-I06", Strength.Reject);
        At(ForAction with { IsImportant = true }, IncomingStage.Assignment).ShouldFind("DOC-I06", Strength.Reject);
    }

    [Fact] // case 55
    public void What_is_for_action_is_not_closed_without_answer()
    {
        At(ForAction with { AnswerRef = "" }, IncomingStage.Closing).ShouldFind("DOC-I07", Strength.Reject);
        At(ForAction with { AnswerRef = "" }, IncomingStage.Circulation).ShouldBeEmpty();
    }

    [Fact] // case 56
    public void With_one_of_five_readers_outstanding_it_is_not_closed()
    {
        Reader[] readers = [.. Enumerable.Range(1, 5).Select(n => new Reader($"读者{n}", HasRead: n != 3))];
        var facts = ForInformation with { Readers = readers, OpenedBy = [] };
        At(facts, IncomingStage.Closing).ShouldFind("DOC-I05", Strength.Reject).Measured.ShouldBe("读者3");
        At(facts, IncomingStage.Circulation).ShouldBeEmpty();
    }

    [Fact] // case 57
    public void A_reader_who_is_not_on_the_list_is_found() =>
        At(ForInformation with { OpenedBy = ["李国栋", "王芳"] }, IncomingStage.Circulation).ShouldFind("DOC-I05", Strength.Reject).Measured.ShouldBe("王芳");

    private static IReadOnlyList<Finding> At(IncomingFacts facts, IncomingStage stage) => IncomingRules.Check(facts, stage, Drafts.Today);
}
