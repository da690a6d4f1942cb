using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Backoffice.Testing;

/// <summary>A network link to a server: it can be slow, stand still without a word, and break.</summary>
public sealed class Link : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) _server;
    private readonly ConcurrentDictionary<Socket, bool> _ends = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;
    private volatile TaskCompletionSource _moving = Completed();

    private Link(string host, int port)
    {
        _server = (host, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where the link begins, on this machine.</summary>
    public int Port { get; }

    /// <summary>How long each piece of what is sent is under way, in either direction.</summary>
    public TimeSpan Delay { get; set; }

    public static Link To(string host, int port) => new(host, port);

    /// <summary>Breaks every connection; new ones may be made.</summary>
    public void Cut()
    {
        foreach (var end in _ends.Keys)
            Drop(end);
    }

    /// <summary>Lets nothing pass, as where a cable is pulled: neither end is told.</summary>
    public void Stall() => _moving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything pass again, what was held back first.</summary>
    public void Resume() => _moving.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        Resume();
        Cut();
        await _accepting;
        _closed.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptSocketAsync(_closed.Token));
        }
        catch (Exception e) when (_closed.IsCancellationRequested && e is OperationCanceledException or SocketException)
        {
            // Closed.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            (_ends[client], _ends[server]) = (true, true);
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _closed.Token);
                // One end that closes ends the other.
                await await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The server is away, or the link was cut: the client's connection ends as it would.
            }
            Drop(client);
            Drop(server);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var piece = new byte[64 * 1024];
        while (await from.ReceiveAsync(piece, _closed.Token) is > 0 and var size)
        {
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay, _closed.Token);
            await _moving.Task;
            for (var sent = 0; sent < size;)
                sent += await to.SendAsync(piece.AsMemory(sent, size - sent), _closed.Token);
        }
    }

    private void Drop(Socket end)
    {
        if (_ends.TryRemove(end, out _))
            end.Close(timeout: 0);
    }
}
