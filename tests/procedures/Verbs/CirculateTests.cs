using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class CirculateTests
{
    private readonly Course _course = Course.Begin().Agree(Drafter);

    [Fact]
    public void Readers_are_served_once_each_with_numbers_of_the_same_row()
    {
        var given = _course.State.TasksGiven;
        var lines = Serve(TaskKind.Read, Chief, Finance, Affairs, Finance);
        lines.Select(l => (l.Number, l.Reader, l.Kind)).ShouldBe([(given + 1, Finance, TaskKind.Read), (given + 2, Affairs, TaskKind.Read)]);
        _course.State.TasksGiven.ShouldBe(given + 2);
        (_course.Last.Verb, _course.Last.Targets.Count, _course.Matter.ServedCount).ShouldBe((Verb.Circulate, 2, 2));
        _course.Matter.Circulate(As(Chief), TaskKind.Read, [Finance], new HashSet<string> { Finance }, false).Done.ShouldBeEmpty();
    }

    [Fact]
    public void Copies_are_counted_apart_from_the_circulation()
    {
        Serve(TaskKind.Copy, Chief, Finance).Single().Kind.ShouldBe(TaskKind.Copy);
        (_course.Last.Verb, _course.Matter.ServedCount).ShouldBe((Verb.Copy, 0));
    }

    [Fact]
    public void Holder_starter_and_ledger_keeper_may_and_nobody_else()
    {
        Serve(TaskKind.Read, Drafter, Affairs).Count.ShouldBe(1);
        _course.Do(m => m.Circulate(As(Registrar), TaskKind.Read, [Office], new HashSet<string>(), keepsLedger: true).Done);
        _course.Refuses("NOT_THE_HOLDER", m => m.Circulate(As(Finance), TaskKind.Read, [Deputy], new HashSet<string>(), false).Done);
    }

    [Fact]
    public void A_ledger_keeper_who_stands_in_for_the_signing_head_circulates_in_the_own_name()
    {
        var directory = Bureau.Directory(delegations: [Delegation(Director, Deputy)]);
        var course = Course.Begin().ToSigning().Do(m => m.Circulate(As(Deputy, directory: directory), TaskKind.Read, [Finance], new HashSet<string>(), keepsLedger: true).Done);
        (course.Last.ActorPost, course.Last.OnBehalfOf).ShouldBe((Deputy, ""));
    }

    [Fact]
    public void A_reader_opens_and_reads_and_the_note_is_sealed_to_what_was_read()
    {
        var lines = Serve(TaskKind.Read, Chief, Finance);
        _course.Do(m => m.Open(As(Finance), lines)).Do(m => m.Read(As(Finance, "已阅"), lines));
        lines[0].ShouldSatisfyAllConditions(l => l.OpenTime.ShouldBe(Morning), l => l.EndTime.ShouldBe(Morning), l => l.Note.ShouldBe("已阅"), l => l.ActorPost.ShouldBe(Finance));
        (_course.Matter.OpenedCount, _course.Matter.ReadCount, _course.Last.SeenSha256).ShouldBe((1, 1, "c0ffee"));
        _course.Matter.Open(As(Finance), lines).ShouldBeEmpty();
        _course.Refuses("VERB_NOT_ALLOWED", m => m.Read(As(Finance), lines));
    }

    [Fact]
    public void Circulating_and_reading_do_not_make_an_etag_stale()
    {
        var version = _course.Matter.Version;
        var lines = Serve(TaskKind.Read, Chief, Finance);
        _course.Do(m => m.Read(As(Finance), lines)).Matter.Version.ShouldBe(version);
    }

    [Fact]
    public void A_reader_in_person_reads_in_the_main_post_and_a_stand_in_under_both_names()
    {
        var lines = Serve(TaskKind.Read, Chief, PersonOf(Finance), Affairs);
        _course.Do(m => m.Read(As(Finance), [lines[0]])).Last.ActorPost.ShouldBe(Finance);
        var directory = Bureau.Directory(delegations: [Delegation(Affairs, Deputy)]);
        _course.Do(m => m.Read(As(Deputy, directory: directory), [lines[1]]));
        (lines[1].ActorPost, lines[1].OnBehalfOf).ShouldBe((Deputy, Affairs));
    }

    [Fact]
    public void An_ended_matter_is_still_read_and_ended_when_it_did()
    {
        var lines = Serve(TaskKind.Read, Chief, Finance);
        _course.Do(m => m.Terminate(As(Drafter, "重复"))).Do(m => m.Read(As(Finance, at: Morning.AddDays(3)), lines));
        _course.Matter.EndTime.ShouldBe(Morning);
    }

    private IReadOnlyList<Reading> Serve(TaskKind kind, string by, params string[] readers)
    {
        IReadOnlyList<Reading> lines = [];
        _course.Do(m =>
        {
            (var done, lines) = m.Circulate(As(by), kind, readers, new HashSet<string>(), keepsLedger: false);
            return done;
        });
        return lines;
    }
}
