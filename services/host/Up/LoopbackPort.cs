using System.Net;
using System.Net.Sockets;

namespace Backoffice.Host.Up;

/// <summary>Ports of this machine, where the gateway listens.</summary>
internal static class LoopbackPort
{
    public static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
