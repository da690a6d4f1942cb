using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Backoffice.Identity.Tests;

/// <summary>A browser behind the gateway: keeps cookies, follows redirects while they stay with the issuer, submits forms. Speaks clear-text HTTP/2 as the gateway does.</summary>
public sealed class Browser(Uri service) : IDisposable
{
    private static readonly string[] IssuerFolders = ["/connect/", "/account/", "/.well-known/"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Which replica the gateway sends the browser to.</summary>
    public Uri Service { get; set; } = service;

    /// <summary>By name; the values go to every page of the issuer.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>`Set-Cookie` of every answer so far.</summary>
    public IList<string> SetCookies { get; } = [];

    public string AcceptLanguage { get; set; } = "";

    /// <summary>Sent with every request, such as what the gateway says of the browser.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Task<Page> GetAsync(string url) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, LocalUri(url)));

    /// <summary>Posts a page's form back to where the page is, as a form without action does.</summary>
    public Task<Page> SubmitAsync(Page page, params (string Name, string Value)[] fields) => PostAsync(
        page.Url, page.Hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<Page> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> form) =>
        FollowAsync(new HttpRequestMessage(HttpMethod.Post, LocalUri(url)) { Content = new FormUrlEncodedContent(form) });

    /// <summary>Asks the token endpoint; the web client's id and secret are added unless given.</summary>
    public async Task<Tokens> TokenAsync(params (string Name, string? Value)[] fields)
    {
        var form = new Dictionary<string, string> { ["client_id"] = "backoffice-web", ["client_secret"] = DoorOffice.WebSecret };
        foreach (var (name, value) in fields)
        {
            form.Remove(name);
            if (value is not null)
                form[name] = value;
        }
        using var response = await _http.PostAsync(new Uri(Service, "connect/token"), new FormUrlEncodedContent(form));
        return new Tokens((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Exchanges the code that a flow came back with.</summary>
    public Task<Tokens> RedeemAsync(CodeFlow flow, Page back) => back.Url.StartsWith(CodeFlow.RedirectUri, StringComparison.Ordinal) && back.Query("state") == flow.State
        ? TokenAsync(("grant_type", "authorization_code"), ("code", back.Query("code")), ("redirect_uri", CodeFlow.RedirectUri), ("code_verifier", flow.Verifier))
        : throw new InvalidOperationException($"The flow ended at {back.Url} with {back.Status}: {back.Problem}");

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Service, request.RequestUri!);
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        if (AcceptLanguage.Length > 0)
            request.Headers.Add("Accept-Language", AcceptLanguage);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Page> FollowAsync(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            var response = await SendAsync(request);
            Keep(response);
            if (response.Headers.Location is not { } location)
                return new Page(request.RequestUri!.PathAndQuery, response.StatusCode, await response.Content.ReadAsStringAsync(), response);
            var next = Local(location.ToString());
            if (!IssuerFolders.Any(f => next.StartsWith(f, StringComparison.Ordinal)))
                return new Page(location.ToString(), response.StatusCode, "", response);
            request = new HttpRequestMessage(HttpMethod.Get, LocalUri(next));
        }
        throw new InvalidOperationException($"Redirected without end, last to {request.RequestUri}");
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        foreach (var cookie in set)
        {
            SetCookies.Add(cookie);
            var parts = cookie.Split(';')[0].Split('=', 2);
            if (parts[1].Length == 0)
                Cookies.Remove(parts[0]);
            else
                Cookies[parts[0]] = parts[1];
        }
    }

    private static Uri LocalUri(string url) => new(Local(url), UriKind.Relative);

    private static string Local(string url) => url.StartsWith(DoorOffice.Issuer, StringComparison.Ordinal) ? url[(DoorOffice.Issuer.Length - 1)..] : url;
}
