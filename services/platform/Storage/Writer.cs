using Backoffice.Platform.Contracts;
using Backoffice.Platform.Hosting;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Backoffice.Platform.Storage;

/// <summary>On whose behalf a turn writes; becomes the turn's audit entry.</summary>
public sealed record Writer
{
    private Writer()
    {
    }

    /// <summary>Login name, client id, or `service:{app id}`.</summary>
    public required string Account { get; init; }

    /// <summary>The post acted in; empty when none.</summary>
    public string Post { get; init; } = "";

    /// <summary>The rpc or the named work, as the audit trail shows it.</summary>
    public required string Method { get; init; }

    /// <summary>What the work is about, where the answer does not tell.</summary>
    public string Resource { get; init; } = "";

    /// <summary>False for work whose cause is audited already, such as applying another service's event.</summary>
    internal bool Audited { get; init; } = true;

    /// <summary>The running rpc, when one started the work.</summary>
    internal RunningCall? Call { get; init; }

    /// <summary>True when the request names no resource but carries one: a name in it is the caller's say.</summary>
    internal bool CarriesResource => Call?.Contract.ResourceField?.FieldType == FieldType.Message;

    /// <summary>What the call named itself by to make a repeat safe.</summary>
    internal Guid? RequestId => Call is { Contract.RequestId: { } stated } call
        && Guid.TryParseExact((string)stated.Accessor.GetValue(call.Request), "D", out var id) ? id : null;

    /// <summary>Work of a person that no rpc of the contract started, such as signing in.</summary>
    public static Writer For(string account, string work, string resource = "") =>
        new() { Account = account, Method = work, Resource = resource };

    internal static Writer Of(ServerCallContext context)
    {
        var call = RunningCall.Of(context);
        return new Writer
        {
            Account = call.Caller.Account,
            Post = call.Caller.MainPost,
            Method = call.Contract.Name,
            Resource = Printable(ResourceName.Of(call.Request, call.Contract.ResourceField)),
            Call = call,
        };
    }

    /// <summary>Work of a service on what it derives from its records; whoever changed them is audited.</summary>
    public static Writer Upkeep(ServiceIdentity service, string work) => new() { Account = $"service:{service.Name}", Method = work, Audited = false };

    internal static Writer Applying(string producer) => new() { Account = $"service:{producer}", Method = "events", Audited = false };

    // A refusal of permission is written before the request is validated, so the name may be anything.
    private static string Printable(string name) => name.Length <= 200 && name.All(c => c > ' ' && !char.IsSurrogate(c)) ? name : "";
}
