using Backoffice.Platform.Organisation;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class ReleaseTests
{
    private readonly Course _course = Course.Begin().Agree(Drafter);

    [Fact]
    public void A_reader_who_has_left_is_released_with_a_reason_and_nobody_else_is()
    {
        var lines = _course.Matter.Circulate(As(Chief), TaskKind.Read, [PersonOf(Finance), Affairs], new HashSet<string>(), false).Served;
        var gone = new DirectorySnapshot(new Backoffice.Coordination.V1.Directory());
        _course.Refuses("REASON_REQUIRED", m => m.Release(As(Registrar, " ", at: Morning), PersonOf(Finance), [lines[0]]));
        _course.Refuses("VERB_NOT_ALLOWED", m => m.Release(As(Registrar, "已调离"), PersonOf(Finance), [lines[0]]));
        _course.Refuses("VERB_NOT_ALLOWED", m => m.Release(As(Registrar, "已调离"), Affairs, [lines[1]]));
        _course.Do(m => m.Release(As(Registrar, "已调离") with { Directory = gone }, PersonOf(Finance), [lines[0]]));

        lines[0].ShouldSatisfyAllConditions(l => l.Outcome.ShouldBe(TaskOutcome.Released), l => l.Note.ShouldBe("已调离"), l => l.ActorPerson.ShouldBe(PersonOf(Registrar)), l => l.OpenTime.ShouldBeNull());
        (_course.Last.Verb, _course.Last.Opinion).ShouldBe((Verb.Release, "已调离"));
        _course.Last.Targets.ShouldBe([PersonOf(Finance)]);
        (_course.Matter.ServedCount, _course.Matter.ReadCount, _course.Matter.ReleasedCount, _course.Matter.UnreadCount).ShouldBe((2, 0, 1, 1));
        _course.Refuses("VERB_NOT_ALLOWED", m => m.Release(As(Registrar, "已调离") with { Directory = gone }, PersonOf(Finance), [lines[0]]));
    }
}
