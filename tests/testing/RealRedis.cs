using System.Diagnostics;
using StackExchange.Redis;

namespace Backoffice.Testing;

/// <summary>A redis-server of the suite's own, from the system's packages; nobody else's keys are in it.</summary>
public sealed class RealRedis : IAsyncDisposable
{
    private readonly Process _process;

    private RealRedis(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    /// <summary>True where the system has a redis-server.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "redis-server")));

    public static async Task<RealRedis> StartAsync()
    {
        var port = FreePort.Find();
        var process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var redis = new RealRedis(process, $"127.0.0.1:{port}");
        await redis.WaitAsync();
        return redis;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Task WaitAsync() => Eventually.TrueAsync(async () =>
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(Address + ",connectTimeout=200,abortConnect=true");
            return true;
        }
        catch (RedisConnectionException)
        {
            return false;
        }
    });
}
