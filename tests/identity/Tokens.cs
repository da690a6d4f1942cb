using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Backoffice.Identity.Tests;

/// <summary>An answer of the token endpoint.</summary>
public sealed record Tokens(int Status, JsonElement Body)
{
    public string Access => Text("access_token") ?? throw new InvalidOperationException($"No token: {Body}");

    public string Refresh => Text("refresh_token") ?? throw new InvalidOperationException($"No refresh token: {Body}");

    public string Identity => Text("id_token") ?? throw new InvalidOperationException($"No id_token: {Body}");

    public string? Error => Text("error");

    public JsonWebToken Read() => new(Access);

    // What a failed wait shows; the members throw where there is no such token.
    public override string ToString() => $"{Status} {(Body.TryGetProperty("access_token", out _) ? Read().Kid : Body)}";

    private string? Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() : null;
}
