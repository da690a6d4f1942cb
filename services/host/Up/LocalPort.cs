using System.Net;
using System.Net.Sockets;

namespace Backoffice.Host.Up;

/// <summary>Ports of this machine, where the suite listens.</summary>
internal static class LocalPort
{
    public static bool IsFree(IPEndPoint place)
    {
        try
        {
            using var probe = new TcpListener(place);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
