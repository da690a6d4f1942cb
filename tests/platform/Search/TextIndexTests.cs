using System.Globalization;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Search;

/// <summary>What is found, in what order and how often, whether it lies among the newest or far behind them.</summary>
public sealed class TextIndexTests(PlatformSuites suites)
{
    private const string Us = "units/office", Them = "units/finance";

    /// <summary>On both sides of the ends of the blocks that PostgreSQL asks for, and where no block of the newest reaches.</summary>
    private static readonly long[] Keys = [-70_000, 1, 2, 4095, 4096, 61_439, 61_440, 65_535, 65_536, 1_048_575, 1_048_576, 2_097_151, 2_097_152, 5_000_000, 5_004_095, 5_004_096, 5_010_000];

    [Theory, EveryDatabase]
    public async Task Everything_is_found_newest_first_wherever_it_lies(StoreKind store)
    {
        await using var index = await Shelf.OpenAsync(await suites.On(store), "anywhere");
        foreach (var key in Keys)
            await index.PutAsync(key, $"关于养老服务工作的通知 第{key.ToString(CultureInfo.InvariantCulture)}号", Us);
        var newestFirst = Keys.OrderDescending().ToArray();

        foreach (var query in (string[])["养老", "养老服务", "服", "养老 通知", "关于养老服务工作的通知"])
        {
            Finds(await index.FindAsync(query, take: 100, countTo: 1000), Keys.Length, more: false, newestFirst);
            Finds(await index.FindAsync(query, take: 3, countTo: 5), 5, more: true, newestFirst[..3]);
            Finds(await index.FindAsync(query, take: 3, countTo: 0), 0, more: false, newestFirst[..3]);
        }
    }

    [Theory, EveryDatabase]
    public async Task Page_after_page_nothing_is_missing_or_doubled(StoreKind store)
    {
        await using var index = await Shelf.OpenAsync(await suites.On(store), "pages");
        foreach (var key in Keys)
            await index.PutAsync(key, "救助站管理办法", Us);
        foreach (var countTo in (int[])[0, 2, 1000])
        {
            var read = new List<long>();
            var before = long.MaxValue;
            for (var page = await Next(); page.Count > 0; page = await Next())
            {
                read.AddRange(page);
                before = page[^1];
            }
            read.ShouldBe(Keys.OrderDescending());

            async Task<IReadOnlyList<long>> Next() => (await index.FindAsync("救助站", 2, countTo, before)).Keys;
        }
    }

    [Theory, EveryDatabase]
    public async Task What_others_may_read_and_what_only_resembles_the_word_is_neither_found_nor_counted(StoreKind store)
    {
        await using var index = await Shelf.OpenAsync(await suites.On(store), "others");
        await index.PutAsync(10, "养老服务", Us);
        await index.PutAsync(11, "养老服务", Them);
        // Every pair of the word, and not the word.
        await index.PutAsync(9_000, "养老。老服。服务", Us);
        await index.PutAsync(2_000_000, "养老，服务", Us);

        Finds(await index.FindAsync("养老服务", 10, 1000), 1, more: false, 10);
        Finds(await index.FindAsync("养老 服务", 10, 1000), 3, more: false, 2_000_000, 9_000, 10);
        Finds(await index.FindAsync("殡葬", 10, 1000), 0, more: false);
    }

    [Theory, EveryDatabase]
    public async Task An_entry_that_was_replaced_or_removed_is_found_by_its_new_words_or_not_at_all(StoreKind store)
    {
        await using var index = await Shelf.OpenAsync(await suites.On(store), "changes");
        await index.PutAsync(5, "旧题目", Us);
        await index.PutAsync(6, "旧题目", Us);
        await index.PutAsync(5, "新题目", Us);
        await index.RemoveAsync(6);

        Finds(await index.FindAsync("旧题目", 10, 10), 0, more: false);
        Finds(await index.FindAsync("题目", 10, 10), 1, more: false, 5);
    }

    private static void Finds(Found found, int total, bool more, params long[] keys)
    {
        found.Keys.ShouldBe(keys);
        (found.Total, found.TotalExceeded).ShouldBe((total, more));
    }

    /// <summary>A text index as a service's migrations make it, in the database of a running service.</summary>
    private sealed class Shelf(AsyncServiceScope scope, string table) : IAsyncDisposable
    {
        private readonly TextIndex _index = new(table);

        private ServiceDb Db => scope.ServiceProvider.GetRequiredService<ServiceDb>();

        public static async Task<Shelf> OpenAsync(Backoffice.Testing.Suite suite, string name)
        {
            var shelf = new Shelf(suite.Services("coordination").CreateAsyncScope(), $"words_{name}");
            var migration = new MigrationBuilder(shelf.Db.Database.ProviderName);
            migration.CreateTextIndex($"words_{name}");
            if (suite.Store.Kind == StoreKind.Postgres)
            {
                migration.IndexTextByBlocks($"words_{name}");
                migration.KeepTextBesideIndex($"words_{name}");
            }
            await shelf.Db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(
                shelf.Db.GetService<IMigrationsSqlGenerator>().Generate(migration.Operations), shelf.Db.GetService<IRelationalConnection>());
            return shelf;
        }

        public Task PutAsync(long key, string text, string reader) => _index.PutAsync(Db, key, [text], [reader], TestContext.Current.CancellationToken);

        public Task RemoveAsync(long key) => _index.RemoveAsync(Db, key, TestContext.Current.CancellationToken);

        public Task<Found> FindAsync(string query, int take, int countTo, long before = long.MaxValue) =>
            _index.FindAsync(Db, query, [Us, "people/somebody"], before, take, countTo, TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
