using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>A redis-server of one case, which may kill it. Nothing is saved: it comes back empty.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly string _program;
    private readonly int _port;
    private Process _process;

    private RedisProcess(string program, int port)
    {
        (_program, _port) = (program, port);
        _process = Start();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    public static async Task<RedisProcess> StartAsync()
    {
        var program = Runtimes.OnPath("redis-server");
        Assert.SkipWhen(program is null, "because redis-server is not on PATH");
        var redis = new RedisProcess(program, FreePort.Find());
        await redis.AnswersAsync();
        return redis;
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async Task RestartAsync()
    {
        _process = Start();
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private Process Start() => Process.Start(new ProcessStartInfo(
        _program, ["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
    {
        RedirectStandardOutput = true,
    })!;

    private Task AnswersAsync() => Eventually.BecomesTrueAsync("redis-server answers", async () =>
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync($"{Address},connectTimeout=500");
            return connection.IsConnected;
        }
        catch (RedisConnectionException)
        {
            return false;
        }
    });
}
