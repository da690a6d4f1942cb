using System.Text.Json;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Matters;

public sealed class SealedOpinionTests
{
    [Fact]
    public void A_decision_is_sealed_to_what_stood_and_other_acts_are_not()
    {
        var course = Course.Begin().Agree(Drafter).Open(Chief).Do(m => m.Transfer(As(Chief, "出差"), Affairs)).Return(Affairs).Agree(Drafter).Do(m => m.Terminate(As(Drafter, "重复")));
        course.History.Where(d => d.Act.SeenSha256 == "c0ffee").Select(d => d.Act.Verb).ShouldBe([Verb.Agree, Verb.Return, Verb.Agree, Verb.Terminate]);
        course.History.Where(d => d.Act.SeenSha256.Length == 0).Select(d => d.Act.Verb).ShouldBe([Verb.Start, Verb.Open, Verb.Transfer]);
    }

    [Fact]
    public void An_opinion_is_superseded_when_something_else_stands_now()
    {
        var course = Course.Begin().Agree(Drafter);
        course.Last.ToProto(course.Matter.Procedure, "c0ffee").Superseded.ShouldBeFalse();
        course.Last.ToProto(course.Matter.Procedure, "feed").Superseded.ShouldBeTrue();
        course.History[0].Act.ToProto(course.Matter.Procedure, "feed").Superseded.ShouldBeFalse("nothing was decided by starting");
    }

    [Fact]
    public void Whoever_read_something_else_does_not_decide()
    {
        var stale = As(Chief, "因故") with { SeenSha256 = "feed" };
        Course.Begin().Agree(Drafter).Refuses("CONTENT_CHANGED", m => m.Agree(stale, new Onward("office", "", []))).Refuses("CONTENT_CHANGED", m => m.Disagree(stale))
            .Refuses("CONTENT_CHANGED", m => m.Return(stale, "", false)).Do(m => m.Agree(stale with { SeenSha256 = "c0ffee" }, new Onward("office", "", []))).Is("office", Office);
    }

    [Fact]
    public void The_form_of_an_opinion_is_as_stated_or_follows_from_the_text()
    {
        var course = Course.Begin();
        course.Agree(Drafter).Last.OpinionForm.ShouldBe(OpinionForm.Signed);
        course.Do(m => m.Agree(As(Chief, "同意"), new Onward("office", "", []))).Last.OpinionForm.ShouldBe(OpinionForm.Text);
        course.Do(m => m.Agree(As(Office) with { OpinionForm = OpinionForm.Circled }, Onward.Ordinary)).Last.OpinionForm.ShouldBe(OpinionForm.Circled);
        course.Open(Director).Last.OpinionForm.ShouldBe(OpinionForm.Unspecified);
    }

    [Fact]
    public void The_state_is_read_back_from_its_JSON_as_it_was()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs).AddSigner(Chief, true, Deputy).Return(Chief, "draft", straightBack: true).Agree(Drafter).Disagree(Finance);
        var json = course.Matter.StateJson;
        var read = JsonSerializer.Deserialize<Backoffice.Procedures.Matters.MatterState>(json)!;
        JsonSerializer.Serialize(read).ShouldBe(json);
        (read.Held, read.Round!.Mode, read.Path[0]).ShouldBe((course.State.Held, CountersignMode.InOrder, new Seat("draft", Drafter)));
    }
}
