using System.Diagnostics;
using StackExchange.Redis;

namespace Backoffice.Testing;

/// <summary>A redis-server of the suite's own, from the system's packages; nobody else's keys are in it.</summary>
public sealed class RealRedis : IAsyncDisposable
{
    private readonly int _port;
    private Process _process;

    private RealRedis(int port) => (_port, _process) = (port, Run(port));

    public string Address => $"127.0.0.1:{_port}";

    /// <summary>True where the system has a redis-server.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "redis-server")));

    public static async Task<RealRedis> StartAsync()
    {
        var redis = new RealRedis(FreePort.Find());
        await redis.WaitAsync();
        return redis;
    }

    /// <summary>Ends it; what was in it is gone.</summary>
    public async Task StopAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Starts it again under the same address, empty.</summary>
    public Task RestartAsync()
    {
        _process = Run(_port);
        return WaitAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static Process Run(int port)
    {
        var process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
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
