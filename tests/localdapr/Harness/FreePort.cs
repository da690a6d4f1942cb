using System.Net;
using System.Net.Sockets;

namespace Backoffice.LocalDapr.Tests.Harness;

internal static class FreePort
{
    /// <summary>A loopback port for a process that must be told one. It may be taken again before it is used; that is then an error.</summary>
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
