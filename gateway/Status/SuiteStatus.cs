using System.Net;

namespace Backoffice.Gateway.Status;

/// <summary>Health of one service as the gateway sees it.</summary>
internal sealed record ServiceStatus(string Service, bool Ready, double Milliseconds);

/// <summary>Asks every service whether it is ready.</summary>
internal sealed class SuiteStatus(IHttpClientFactory http, GatewayOptions options, TimeProvider clock)
{
    public const string Client = "status";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public Task<ServiceStatus[]> AskAsync(CancellationToken stop) => Task.WhenAll(options.Services.OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => AskAsync(s.Key, s.Value.Split(',')[0].Trim(), stop)));

    private async Task<ServiceStatus> AskAsync(string service, string address, CancellationToken stop)
    {
        var start = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address), "/readyz")) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        try
        {
            using var response = await http.CreateClient(Client).SendAsync(request, either.Token);
            return new ServiceStatus(service, response.IsSuccessStatusCode, clock.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return new ServiceStatus(service, false, clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
