using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;
using Directory = Backoffice.Coordination.V1.Directory;

namespace Backoffice.Platform.Tests.Organisation;

public sealed class DirectorySnapshotTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Open_posts_are_found_by_function_and_unit()
    {
        var directory = Snapshot();
        directory.PostsWith(PostFunction.SectionChief).ShouldBe(["posts/finance-chief", "posts/relief-chief"]);
        directory.PostsWith(PostFunction.SectionChief, "units/relief").ShouldBe(["posts/relief-chief"]);
        directory.PostsWith(PostFunction.SectionChief, "units/office").ShouldBeEmpty();
        directory.PostsWith(PostFunction.Director).ShouldBeEmpty();
    }

    [Fact]
    public void Posts_without_a_function_are_not_found_by_none() => Snapshot().PostsWith(PostFunction.Unspecified).ShouldBeEmpty();

    [Fact]
    public void A_closed_post_is_known_by_name_but_gets_no_work()
    {
        var directory = Snapshot();
        directory.Knows("posts/closed").ShouldBeTrue();
        directory.KnowsPost("posts/closed").ShouldBeFalse();
        directory.KnowsPost("posts/relief-chief").ShouldBeTrue();
        directory.KnowsPost("posts/none").ShouldBeFalse();
        directory.Knows("posts/none").ShouldBeFalse();
    }

    [Fact]
    public void Holders_are_those_who_have_not_left()
    {
        Snapshot().HoldersOf("posts/relief-chief").ShouldBe(["people/chen"]);
        Snapshot().HoldersOf("posts/vacant").ShouldBeEmpty();
    }

    [Fact]
    public void A_backup_is_an_open_post_or_none()
    {
        var directory = Snapshot();
        directory.BackupOf("posts/vacant").ShouldBe("posts/relief-chief");
        directory.BackupOf("posts/relief-chief").ShouldBeNull();
        directory.BackupOf("posts/finance-chief").ShouldBeNull();
    }

    [Fact]
    public void Everything_has_a_name_for_people()
    {
        var directory = Snapshot();
        new[] { "posts/relief-chief", "people/chen", "units/relief", "people/stranger" }.Select(directory.DisplayNameOf)
            .ShouldBe(["救助科科长", "陈济民", "救助科", "people/stranger"]);
    }

    [Fact]
    public void A_unit_has_its_place()
    {
        var directory = Snapshot();
        directory.UnitOf("posts/relief-chief").ShouldBe("units/relief");
        directory.ParentOf("units/relief").ShouldBe("units/bureau");
        directory.ParentOf("units/bureau").ShouldBe("");
        directory.KindOf("units/relief").ShouldBe(UnitKind.Section);
        directory.KindOf("units/none").ShouldBe(UnitKind.Unspecified);
    }

    [Fact]
    public void A_caller_reads_as_person_post_and_unit() =>
        Describe("chen").Principals.ShouldBe(["people/chen", "posts/relief-chief", "posts/vacant", "units/relief"]);

    [Fact]
    public void A_vacant_post_is_stood_in_for_by_the_holder_of_its_backup()
    {
        Describe("chen").StandsInFor.ShouldBe([new StandIn("posts/vacant", "posts/relief-chief", StandInReason.Backup, "")]);
        Describe("wu").StandsInFor.ShouldBeEmpty();
    }

    [Fact]
    public void A_post_somebody_holds_needs_no_backup()
    {
        var directory = Directory();
        directory.People.Add(new Person { Name = "people/new", Posts = { "posts/vacant" } });
        Describe(directory, "chen").StandsInFor.ShouldBeEmpty();
    }

    [Theory, InlineData(-1, false), InlineData(0, true), InlineData(59, true), InlineData(60, false)]
    public void A_delegated_post_is_stood_in_for_from_the_start_to_the_end(int minute, bool standsIn)
    {
        var directory = Directory(Delegation("posts/relief-chief", "posts/finance-chief"));
        var expected = new StandIn("posts/relief-chief", "posts/finance-chief", StandInReason.Delegation, "江民发〔2026〕3号");
        Describe(directory, "wu", Noon.AddMinutes(minute)).StandsInFor.ShouldBe(standsIn ? [expected] : []);
    }

    [Fact]
    public void A_revoked_delegation_gives_nothing()
    {
        var delegation = Delegation("posts/relief-chief", "posts/finance-chief");
        delegation.RevokeTime = Timestamp.FromDateTimeOffset(Noon);
        Describe(Directory(delegation), "wu").StandsInFor.ShouldBeEmpty();
    }

    [Fact]
    public void A_closed_post_is_not_stood_in_for() =>
        Describe(Directory(Delegation("posts/closed", "posts/finance-chief")), "wu").StandsInFor.ShouldBeEmpty();

    [Fact]
    public void A_post_held_is_not_stood_in_for() =>
        Describe(Directory(Delegation("posts/finance-chief", "posts/finance-chief")), "wu").StandsInFor.ShouldBeEmpty();

    [Fact]
    public void A_delegation_counts_before_a_backup_and_each_post_once()
    {
        var standIn = Describe(Directory(Delegation("posts/vacant", "posts/relief-chief")), "chen").StandsInFor.ShouldHaveSingleItem();
        standIn.Reason.ShouldBe(StandInReason.Delegation);
        standIn.Appointment.ShouldBe("江民发〔2026〕3号");
    }

    [Fact]
    public void A_caller_described_anew_keeps_account_and_roles_and_loses_posts_lost()
    {
        var before = Describe("chen");
        var directory = Directory();
        directory.People.Single(p => p.Account == "chen").Posts.Clear();
        var after = new DirectorySnapshot(directory).Describe(before, Noon);
        after.Account.ShouldBe("chen");
        after.Posts.ShouldBeEmpty();
        after.StandsInFor.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_acts_under_the_name_of_a_person_in_office_and_of_a_post_held_or_stood_in_for()
    {
        var directory = Snapshot();
        new[] { "people/chen", "people/gone", "people/stranger", "posts/relief-chief", "posts/vacant", "posts/closed", "posts/none" }.Where(n => directory.IsActedFor(n, Noon))
            .ShouldBe(["people/chen", "posts/relief-chief", "posts/vacant"]);
        var emptied = Directory(Delegation("posts/vacant", "posts/finance-chief"));
        emptied.People.Single(p => p.Account == "chen").Posts.Clear();
        new DirectorySnapshot(emptied).IsActedFor("posts/vacant", Noon).ShouldBeTrue();
        new DirectorySnapshot(emptied).IsActedFor("posts/vacant", Noon.AddHours(2)).ShouldBeFalse();
        emptied.People.Single(p => p.Name == "people/chen").Account = "";
        new DirectorySnapshot(emptied).IsActedFor("people/chen", Noon).ShouldBeFalse();
    }

    [Fact]
    public void Posts_of_a_person_are_those_open_and_none_of_whoever_has_left()
    {
        Snapshot().PostsOf("people/chen").ShouldBe(["posts/relief-chief"]);
        Snapshot().PostsOf("people/gone").ShouldBeEmpty();
        Snapshot().PostsOf("people/stranger").ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_is_called_by_its_full_and_its_short_name()
    {
        var directory = Directory();
        directory.Units[1].ShortName = "救助";
        var snapshot = new DirectorySnapshot(directory);
        new[] { "救助科", "救助", "规财科", "" }.Where(n => snapshot.IsCalled("units/relief", n)).ShouldBe(["救助科", "救助"]);
    }

    private static Caller Describe(string account) => Describe(Directory(), account);

    private static Caller Describe(Directory directory, string account, DateTimeOffset? now = null) =>
        new DirectorySnapshot(directory).Describe(new TokenFacts(account, account, [], Noon, Noon.AddHours(1)), now ?? Noon);

    private static DirectorySnapshot Snapshot() => new(Directory());

    private static Delegation Delegation(string post, string deputy) => new()
    {
        Post = post,
        DeputyPost = deputy,
        StartTime = Timestamp.FromDateTimeOffset(Noon),
        EndTime = Timestamp.FromDateTimeOffset(Noon.AddHours(1)),
        Appointment = "江民发〔2026〕3号",
    };

    private static Directory Directory(params Delegation[] delegations) => new()
    {
        Version = 1,
        Units =
        {
            new Unit { Name = "units/bureau", DisplayName = "民政局", Kind = UnitKind.Organ },
            new Unit { Name = "units/relief", DisplayName = "救助科", Kind = UnitKind.Section, Parent = "units/bureau" },
            new Unit { Name = "units/finance", DisplayName = "规财科", Kind = UnitKind.Section, Parent = "units/bureau" },
        },
        Posts =
        {
            new Post { Name = "posts/relief-chief", DisplayName = "救助科科长", Unit = "units/relief", Function = PostFunction.SectionChief },
            new Post { Name = "posts/finance-chief", DisplayName = "规财科科长", Unit = "units/finance", Function = PostFunction.SectionChief, BackupPost = "posts/closed" },
            new Post { Name = "posts/closed", DisplayName = "旧岗", Unit = "units/finance", Function = PostFunction.SectionChief, Closed = true },
            new Post { Name = "posts/vacant", DisplayName = "空岗", Unit = "units/relief", BackupPost = "posts/relief-chief" },
        },
        People =
        {
            new Person { Name = "people/chen", DisplayName = "陈济民", Account = "chen", Posts = { "posts/relief-chief" } },
            new Person { Name = "people/wu", DisplayName = "吴敏", Account = "wu", Posts = { "posts/finance-chief" } },
            new Person { Name = "people/gone", DisplayName = "某人", Account = "gone", Left = true, Posts = { "posts/relief-chief" } },
        },
        Delegations = { delegations },
    };
}
