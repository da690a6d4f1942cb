using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Backoffice.Host.Up;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Backoffice.Host.Commands;

/// <summary>Calls a running suite through its gateway, as a command of this program.</summary>
internal sealed class SuiteClient(Installation installation, RunNote run) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(run.HttpUrl) };
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(run.GrpcUrl);

    /// <summary>The suite that runs in an installation; null, with the reason on standard error, when none can be called.</summary>
    public static SuiteClient? Find(Installation installation)
    {
        try
        {
            var run = installation.FindRun();
            if (ProblemOf(run, installation) is not { } problem)
                return new SuiteClient(installation, run!);
            Shared.Fail(problem);
        }
        catch (JsonException)
        {
            Shared.Fail($"{installation.RunFile} cannot be read. `backoffice doctor` says what to do.");
        }
        return null;
    }

    public RunNote Run { get; } = run;

    /// <summary>The token that was given, or one for an account of a demonstration.</summary>
    public async Task<string?> TokenAsync(string given, string user, CancellationToken stop) => given.Length > 0 ? given : await DemoTokenAsync(user, stop);

    /// <summary>An access token for an account of a demonstration; null, with the reason on standard error, when it is refused.</summary>
    public async Task<string?> DemoTokenAsync(string user, CancellationToken stop)
    {
        if (!Run.Demo || installation.FindSecret("demo") is not { } secret)
        {
            Shared.Fail("Tokens without a password are given by a demonstration only (`backoffice up --demo`). Here, sign in at the issuer.");
            return null;
        }
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:backoffice:demo",
            ["client_id"] = "backoffice-cli",
            ["username"] = user,
            ["demo_secret"] = secret,
        });
        try
        {
            using var response = await _http.PostAsync("connect/token", form, stop);
            var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>(stop);
            if (response.IsSuccessStatusCode && answer?.AccessToken is { Length: > 0 } token)
                return token;
            Shared.Fail($"No token for {user}: {answer?.Description ?? response.ReasonPhrase}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            Shared.Fail($"No token for {user}: {Run.HttpUrl} does not answer as the gateway does ({e.Message}). `backoffice doctor` looks for the cause.");
        }
        return null;
    }

    /// <summary>Calls with a token.</summary>
    public CallInvoker As(string token) => _channel.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {token}");
        return metadata;
    });

    public void Dispose()
    {
        _http.Dispose();
        _channel.Dispose();
    }

    private static string? ProblemOf(RunNote? run, Installation installation) => run switch
    {
        null => $"Nothing runs in {installation.Folder}. Start it with `backoffice up`, or name another folder with --data.",
        _ when !run.Lives() => $"The suite in {installation.Folder} has ended without draining. Start it again with `backoffice up`; nothing that was answered is lost.",
        { HttpUrl: "" } => $"The suite in {installation.Folder} runs without the gateway, which commands call. Start it with `--only gateway,…` or without `--only`.",
        _ => null,
    };

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("error_description")] string? Description);
}
