using System.Security.Cryptography;
using System.Text;
using Backoffice.Options.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Grpc.Core;
using CallerKind = Backoffice.Options.V1.Caller;

namespace Backoffice.Platform.Callers;

/// <summary>Decides who calls and whether the rpc's access lets that caller in.</summary>
internal sealed class Admission(PlatformOptions options, TokenCheck tokens, RevokedTokens revoked, DirectoryCache directory, TimeProvider clock)
{
    /// <summary>Says who calls.</summary>
    /// <exception cref="Refusal">UNAUTHENTICATED.</exception>
    public async ValueTask<Caller> AuthenticateAsync(RpcContract contract, ServerCallContext call)
    {
        if (contract.Access.Caller == CallerKind.Peer)
            return Peer(call);
        if (call.RequestHeaders.GetValue("authorization") is not { } header || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw PlatformErrors.Unauthenticated();
        var facts = await tokens.CheckAsync(header["Bearer ".Length..].Trim(), call.CancellationToken);
        if (facts is null || revoked.Includes(facts.Account, facts.Session, facts.IssuedAt))
            throw PlatformErrors.Unauthenticated();
        return directory.Current.Describe(facts, clock.GetUtcNow());
    }

    /// <summary>Lets the caller in or refuses.</summary>
    /// <exception cref="Refusal">PERMISSION_DENIED.</exception>
    public static void Authorise(RpcContract contract, Caller caller)
    {
        if (contract.Access.Caller == CallerKind.Unspecified && !contract.Roles.Overlaps(caller.Roles))
            throw PlatformErrors.PermissionDenied(contract.Access.Permission);
    }

    /// <summary>A peer is known by the app token of this service's own sidecar, which alone knows it, and by the app id the sidecar states.</summary>
    public Caller Peer(ServerCallContext call)
    {
        var token = Encoding.UTF8.GetBytes(call.RequestHeaders.GetValue("dapr-api-token") ?? "");
        if (options.AppApiToken.Length == 0 || !CryptographicOperations.FixedTimeEquals(token, Encoding.UTF8.GetBytes(options.AppApiToken)))
            throw PlatformErrors.Unauthenticated();
        return new Caller { Account = $"service:{call.RequestHeaders.GetValue("dapr-caller-app-id") ?? "sidecar"}" };
    }
}
