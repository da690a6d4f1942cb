using System.Diagnostics;
using System.Text.RegularExpressions;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>What the migration jobs run.</summary>
public sealed partial class MigrationTests
{
    /// <summary>Migrations that take away what no program of the release before reads any more, each with that release.</summary>
    private static readonly string[] Contractions = [];

    [Theory, EveryDatabase]
    public async Task A_service_told_to_migrate_makes_its_store_and_ends(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var first = await MigrateAsync(store);
        first.ExitCode.ShouldBe(0, first.All);
        first.Output.ShouldMatch("^meeting: the store is at [0-9]{14}_[A-Za-z]+\\.\n$");
        (await MigrateAsync(store)).Output.ShouldBe(first.Output, "the second time there is nothing to do");
    }

    [Fact]
    public async Task Two_jobs_at_once_do_not_meet()
    {
        Assert.SkipUnless(TestStore.Server is not null, $"{TestStore.PostgresVariable} is not set");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        var both = await Task.WhenAll(MigrateAsync(store), MigrateAsync(store));
        both.ShouldAllBe(e => e.ExitCode == 0, string.Concat(both.Select(e => e.All)));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_fails_the_job()
    {
        var start = Start();
        start.Environment["Backoffice__Store"] = "Postgres";
        start.Environment["Backoffice__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=nobody";
        var ended = await SystemCommand.RunAsync(start);
        ended.ExitCode.ShouldNotBe(0, ended.All);
    }

    [Fact]
    public void Migrations_only_add_so_that_replicas_of_before_go_on()
    {
        var migrations = Directory.GetFiles(RepositoryFiles.Path("services"), "2*.cs", SearchOption.AllDirectories)
            .Where(f => f.Contains("/Migrations/Postgres/", StringComparison.Ordinal) && !f.EndsWith(".Designer.cs", StringComparison.Ordinal)).ToList();
        migrations.Count.ShouldBeGreaterThan(10);
        migrations.Where(f => !Contractions.Contains(Path.GetFileNameWithoutExtension(f))).SelectMany(f => TakenAway(File.ReadAllText(f)).Select(t => $"{f}: {t}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("migrationBuilder.DropColumn(name: \"title\");")]
    [InlineData("migrationBuilder.RenameTable(name: \"rooms\");")]
    [InlineData("migrationBuilder.Sql(\"ALTER TABLE rooms DROP COLUMN title\");")]
    [InlineData("migrationBuilder.AddColumn<string>(name: \"title\", table: \"rooms\", nullable: false);")]
    public void A_migration_that_takes_something_away_is_found(string statement) =>
        TakenAway($"protected override void Up(MigrationBuilder migrationBuilder)\n{{ {statement} }}\nprotected override void Down(").ShouldNotBeEmpty();

    [Theory]
    [InlineData("migrationBuilder.AddColumn<string>(name: \"title\", table: \"rooms\", nullable: false, defaultValue: \"\");")]
    [InlineData("migrationBuilder.DropIndex(name: \"ix_rooms_title\");")]
    public void What_the_programs_of_before_do_not_see_may_change(string statement) =>
        TakenAway($"protected override void Up(MigrationBuilder migrationBuilder)\n{{ {statement} }}\nprotected override void Down(").ShouldBeEmpty();

    /// <summary>Statements of the way up that a program of before would stumble over.</summary>
    private static IEnumerable<string> TakenAway(string migration)
    {
        var up = migration[migration.IndexOf("void Up(", StringComparison.Ordinal)..];
        if (up.IndexOf("void Down(", StringComparison.Ordinal) is > 0 and var down)
            up = up[..down];
        return up.Split(';').Where(s => Taking().IsMatch(s) || (s.Contains("AddColumn<", StringComparison.Ordinal) && s.Contains("nullable: false", StringComparison.Ordinal) && !s.Contains("default", StringComparison.Ordinal))).Select(s => s.Trim());
    }

    [GeneratedRegex(@"migrationBuilder\.(Drop(Column|Table|Schema|Sequence)|Rename\w+|AlterColumn)|\b(DROP (COLUMN|TABLE|SCHEMA)|RENAME (COLUMN |TO)|DELETE FROM|TRUNCATE)\b")]
    private static partial Regex Taking();

    private static Task<Ended> MigrateAsync(TestStore store)
    {
        var start = Start();
        foreach (var (name, value) in store.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return SystemCommand.RunAsync(start);
    }

    private static ProcessStartInfo Start() => new(Path.Combine(AppContext.BaseDirectory, "Backoffice.Meeting"), ["migrate"]);
}
