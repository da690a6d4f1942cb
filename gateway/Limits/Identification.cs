using Backoffice.Platform.Callers;

namespace Backoffice.Gateway.Limits;

/// <summary>
/// Says whose budget a call is on: an account's when the token is valid, else an address's. Decides nothing: the service
/// behind checks the token itself.
/// </summary>
internal sealed class Identification(RequestDelegate next, TokenCheck tokens)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(new Spender(await AccountAsync(context) is { } account ? $"account:{account}" : $"address:{context.Connection.RemoteIpAddress}"));
        await next(context);
    }

    private async Task<string?> AccountAsync(HttpContext context)
    {
        string? header = context.Request.Headers.Authorization;
        if (header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) != true)
            return context.User.FindFirst("sub")?.Value;
        try
        {
            return (await tokens.CheckAsync(header["Bearer ".Length..].Trim(), context.RequestAborted))?.Account;
        }
        catch (IssuerUnreachableException)
        {
            // The service will say so; until then the call is on the address's budget.
            return null;
        }
    }
}

/// <summary>Whose budget a call is on.</summary>
internal sealed record Spender(string Key)
{
    public bool Known => Key.StartsWith("account:", StringComparison.Ordinal);
}
