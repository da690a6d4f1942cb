using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Garnet;
using Garnet.common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Backoffice.LocalDapr;

/// <summary>
/// Garnet in this process: a Redis protocol server for machines on which nothing is installed. It is on loopback and has a password
/// of its own. A write is answered once it is in the append-only file, so it survives the death of the process.
/// </summary>
public sealed class EmbeddedRedis : IAsyncDisposable
{
    private readonly GarnetServer _server;

    private EmbeddedRedis(GarnetServer server, string address) => (_server, Address) = (server, address);

    /// <summary>StackExchange.Redis configuration text, password included.</summary>
    public string Address { get; }

    /// <param name="folder">Where the append-only file and what does not fit into memory are kept.</param>
    /// <param name="port">A loopback port; 0 takes a free one.</param>
    /// <param name="logging">Where Garnet logs to; null is silence.</param>
    public static async Task<EmbeddedRedis> StartAsync(string folder, int port = 0, ILoggerFactory? logging = null)
    {
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        for (var attempt = 1; ; attempt++)
        {
            var number = (port == 0 ? FreePort() : port).ToString(CultureInfo.InvariantCulture);
            try
            {
                // Recovering a long file takes a while; it must not hold up the caller's thread.
                var server = await Task.Run(() => Start(folder, number, password, logging ?? NullLoggerFactory.Instance));
                return new(server, $"127.0.0.1:{number},password={password}");
            }
            catch (GarnetException taken) when (port == 0 && attempt < 3 && taken.InnerException is SocketException)
            {
                // Somebody else took the port between the question and the use.
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose(deleteDir: false);
        return ValueTask.CompletedTask;
    }

    private static GarnetServer Start(string folder, string port, string password, ILoggerFactory logging)
    {
        var garnet = new GarnetServer(Arguments(Directory.CreateDirectory(folder).FullName, port, password), logging);
        try
        {
            garnet.Start();
            return garnet;
        }
        catch (GarnetException)
        {
            garnet.Dispose(deleteDir: false);
            throw;
        }
    }

    private static string[] Arguments(string folder, string port, string password) =>
    [
        "--bind", "127.0.0.1", "--port", port, "--auth", "Password", "--password", password, "-q",
        "--lua", "true",

        // Every acknowledged write is in the file; the file is cut back by a checkpoint when it has grown.
        "--aof", "true", "--aof-commit-freq", "0", "--aof-commit-wait", "true", "--aof-size-limit", "64m", "--recover", "true",

        // The default device loads a native library that Debian 12 cannot load, and the first write then ends the process.
        "--device-type", "RandomAccess",

        // Waiting for a commit blocks a thread of this process's pool; with the default of one per core a few writers at once stall
        // everybody for seconds, until the pool has grown.
        "--minthreads", "32",

        // Without a tier on disk Garnet forgets the oldest keys when memory is full. An aof page is at least two pages.
        "--memory", "64m", "--page", "1m", "--index", "4m", "--aof-memory", "8m", "--aof-page-size", "2m",
        "--storage-tier", "true", "--logdir", folder, "--checkpointdir", folder,
    ];

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
