using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Host.Demo;
using Backoffice.Host.Up;

namespace Backoffice.Bench.Running;

/// <summary>The whole suite as whoever tries it starts it: `backoffice up --demo`, in a process of its own.</summary>
internal static class Demonstration
{
    /// <summary>With budgets that no measurement uses up.</summary>
    public static Child Start(string folder, int http, int grpc) => Child.Start(
        "backoffice", ["up", "--demo", "--data", folder, "--http", $"{http}", "--grpc", $"{grpc}"],
        new Dictionary<string, string> { ["Gateway__Burst"] = "10000000", ["Gateway__UnitsPerSecond"] = "1000000" });

    /// <summary>What everybody of the demonstration signs in with.</summary>
    public static string PasswordIn(string folder) => DemoOffice.Password(new Installation(folder));

    /// <summary>A token of the clerk's.</summary>
    public static async Task<string> TokenAsync(string folder, int port)
    {
        var secret = Path.Combine(folder, "secrets", "demo");
        if (!File.Exists(secret))
            throw new HttpRequestException("The installation has no secret yet.");
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:backoffice:demo",
            ["client_id"] = "backoffice-cli",
            ["username"] = "clerk",
            ["demo_secret"] = (await File.ReadAllTextAsync(secret)).Trim(),
        });
        using var answer = await http.PostAsync($"http://localhost:{port}/connect/token", form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
