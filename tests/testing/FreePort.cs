using System.Net;
using System.Net.Sockets;

namespace Backoffice.Testing;

/// <summary>A loopback port that nobody listens on.</summary>
public static class FreePort
{
    // Below the range the system gives out by itself, or somebody else would be given the port before it is used.
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one will do.
            }
        }
    }
}
