using System.Globalization;
using Backoffice.LocalDapr.Tests.Harness;
using Garnet.common;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.Tests.Hosting;

public sealed class EmbeddedRedisTests
{
    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var first = await EmbeddedRedis.StartAsync(folder.Path))
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(first.Address);
            await connection.GetDatabase().HashSetAsync("k", "data", "kept");
        }

        await using var second = await EmbeddedRedis.StartAsync(folder.Path);
        await using var again = await ConnectionMultiplexer.ConnectAsync(second.Address);
        ((string?)await again.GetDatabase().HashGetAsync("k", "data")).ShouldBe("kept");
    }

    [Fact]
    public async Task More_than_fits_into_memory_is_kept_as_well()
    {
        using var folder = new TempFolder();
        await using var redis = await EmbeddedRedis.StartAsync(folder.Path);
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{redis.Address},asyncTimeout=30000");
        var (database, blob) = (connection.GetDatabase(), new byte[500_000]);

        for (var i = 0; i < 200; i++)
            await database.HashSetAsync($"k{i}", "data", blob);

        for (var i = 0; i < 200; i++)
            ((byte[]?)await database.HashGetAsync($"k{i}", "data"))?.Length.ShouldBe(blob.Length);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_and_the_folder_stays_usable()
    {
        using var first = new TempFolder();
        using var second = new TempFolder();
        await using var taken = await EmbeddedRedis.StartAsync(first.Path);
        var port = int.Parse(taken.Address.Split(':', ',')[1], CultureInfo.InvariantCulture);

        (await Should.ThrowAsync<GarnetException>(() => EmbeddedRedis.StartAsync(second.Path, port))).Message.ShouldContain("Could not bind");

        await using var elsewhere = await EmbeddedRedis.StartAsync(second.Path);
    }

    [Fact]
    public async Task Without_the_password_nobody_gets_in()
    {
        using var folder = new TempFolder();
        await using var redis = await EmbeddedRedis.StartAsync(folder.Path);

        redis.Address.ShouldStartWith("127.0.0.1:");
        await Should.ThrowAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync(redis.Address.Split(',')[0]));
    }
}
