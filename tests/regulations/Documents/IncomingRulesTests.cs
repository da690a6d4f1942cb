using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class IncomingRulesTests
{
    public static TheoryData<IncomingStage> Stages => [.. Enum.GetValues<IncomingStage>()];

    [Theory, MemberData(nameof(Stages))]
    public void Documents_in_order_pass_every_stage(IncomingStage stage)
    {
        Received.ForAction.At(stage).ShouldBeEmpty();
        Received.ForInformation.At(stage).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_keeps_silent_before_its_facts_exist()
    {
        var arrived = new IncomingFacts();
        arrived.At(IncomingStage.SignFor).Select(f => f.Rule.Id).ShouldBe(["DOC-I01"]);
        arrived.At(IncomingStage.Screening).Select(f => f.Rule.Id).ShouldBe(["DOC-I01", "DOC-I02", "DOC-I02"]);
        arrived.At(IncomingStage.Assignment).Select(f => f.Rule.Id).ShouldBe(["DOC-I01", "DOC-I02", "DOC-I02", "DOC-I04"]);
    }

    [Fact] // case 51
    public void A_document_is_signed_for_with_the_time() => (Received.ForAction with { SignedForAt = null }).At(IncomingStage.SignFor).ShouldFind("DOC-I01", Strength.Reject);

    [Theory] // case 51
    [InlineData(9)]
    [InlineData(11)]
    public void Pieces_that_differ_are_recorded_and_not_passed_over(int received)
    {
        var facts = Received.ForAction with { PiecesReceived = received };
        facts.At(IncomingStage.SignFor).ShouldFind("DOC-I01", Strength.Reject).Measured.ShouldBe($"{received}");
        (facts with { DiscrepancyNote = "已电话告知来文单位" }).At(IncomingStage.SignFor).ShouldBeEmpty();
    }

    [Fact]
    public void The_register_names_sender_and_title()
    {
        (Received.ForAction with { Sender = "" }).At(IncomingStage.Registration).ShouldFind("DOC-I02", Strength.Reject).Field.ShouldBe("Sender");
        (Received.ForAction with { Title = " " }).At(IncomingStage.Registration).ShouldFind("DOC-I02", Strength.Reject).Field.ShouldBe("Title");
    }

    [Fact] // case 52
    public void What_fails_the_screening_goes_back_with_the_reason()
    {
        var failed = Received.ForAction with { PassedScreening = false };
        failed.At(IncomingStage.Screening).ShouldFind("DOC-I03", Strength.Reject);
        (failed with { ReturnReason = "不属本机关职权" }).At(IncomingStage.Screening).ShouldBeEmpty();
    }

    [Fact]
    public void The_handling_is_decided_and_has_somebody_to_do_it()
    {
        (Received.ForAction with { Handling = Handling.Undecided }).At(IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject);
        (Received.ForInformation with { Readers = [], OpenedBy = [] }).At(IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject).Field.ShouldBe("Readers");
        var unproposed = Received.ForAction with { HandlingProposal = "", HandlingSections = [] };
        unproposed.At(IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject).Field.ShouldBe("HandlingProposal");
        (unproposed with { HandlingSections = ["社会救助科"] }).At(IncomingStage.Assignment).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("财务科", false)]
    [InlineData("办公室", true)]
    public void Of_two_sections_one_is_the_lead(string? lead, bool passes)
    {
        var findings = (Received.ForAction with { HandlingSections = ["社会救助科", "办公室"], LeadSection = lead }).At(IncomingStage.Assignment);
        findings.Select(f => f.Rule.Id).ShouldBe(passes ? [] : ["DOC-I04"]);
    }

    [Fact] // case 54
    public void The_urgent_has_a_deadline_and_somebody_who_chases_it()
    {
        var urgent = Received.ForAction with { IsUrgent = true, DueAt = Received.ForAction.SignedForAt!.Value.AddDays(1), Chaser = "周敏" };
        urgent.At(IncomingStage.Assignment).ShouldBeEmpty();
        (urgent with { DueAt = null }).At(IncomingStage.Assignment).ShouldFind("DOC-I04", Strength.Reject);
        (urgent with { Chaser = null }).At(IncomingStage.Assignment).ShouldFind("DOC-I06", Strength.Reject);
        (Received.ForAction with { IsImportant = true }).At(IncomingStage.Assignment).ShouldFind("DOC-I06", Strength.Reject);
    }

    [Fact] // case 55
    public void What_is_for_action_is_not_closed_without_answer()
    {
        (Received.ForAction with { AnswerRef = "" }).At(IncomingStage.Closing).ShouldFind("DOC-I07", Strength.Reject);
        (Received.ForAction with { AnswerRef = "" }).At(IncomingStage.Circulation).ShouldBeEmpty();
    }

    [Fact] // case 56
    public void With_one_of_five_readers_outstanding_it_is_not_closed()
    {
        Reader[] readers = [.. Enumerable.Range(1, 5).Select(n => new Reader($"读者{n}", HasRead: n != 3))];
        var facts = Received.ForInformation with { Readers = readers, OpenedBy = [] };
        facts.At(IncomingStage.Closing).ShouldFind("DOC-I05", Strength.Reject).Measured.ShouldBe("读者3");
        facts.At(IncomingStage.Circulation).ShouldBeEmpty();
    }

    [Fact] // case 57
    public void A_reader_who_is_not_on_the_list_is_found() =>
        (Received.ForInformation with { OpenedBy = ["李国栋", "王芳"] }).At(IncomingStage.Circulation).ShouldFind("DOC-I05", Strength.Reject).Measured.ShouldBe("王芳");
}
