using Backoffice.Options.V1;
using Google.Api;
using Google.Protobuf.Reflection;
using CallerKind = Backoffice.Options.V1.Caller;

namespace Backoffice.Platform.Contracts;

/// <summary>What one rpc declares: who may call it, what a valid request is, what a repeat does, what is audited.</summary>
public sealed class RpcContract
{
    private RpcContract(MethodDescriptor method, Access access, MessageRules request)
    {
        Method = method;
        Access = access;
        Request = request;
        FullName = $"/{method.Service.FullName}/{method.Name}";
        Name = FullName[1..];
        Roles = access.Roles.ToHashSet();
        RequestId = method.InputType.FindFieldByName("request_id");
        ResourceField = ResourceName.FieldOf(method.InputType);
    }

    public MethodDescriptor Method { get; }

    public Access Access { get; }

    /// <summary>gRPC path, e.g. `/backoffice.meeting.v1.RoomService/GetRoom`.</summary>
    public string FullName { get; }

    /// <summary>The same without the leading slash, as written in the audit trail.</summary>
    public string Name { get; }

    public IReadOnlySet<Role> Roles { get; }

    /// <summary>True when a call may leave something behind.</summary>
    public bool Writes => Access.Repeat is Repeat.ByRequestId or Repeat.Idempotent;

    internal MessageRules Request { get; }

    internal FieldDescriptor? RequestId { get; }

    internal FieldDescriptor? ResourceField { get; }

    /// <summary>The HTTP paths of the rpc; empty for an rpc between services.</summary>
    public HttpRule? Http => Method.GetOptions()?.HasExtension(AnnotationsExtensions.Http) == true
        ? Method.GetOptions().GetExtension(AnnotationsExtensions.Http)
        : null;

    /// <summary>Reads the contract of one rpc; everything that is missing or not supported is added to <paramref name="problems"/>.</summary>
    internal static RpcContract? Read(MethodDescriptor method, RuleReader rules, List<string> problems)
    {
        var name = $"{method.Service.FullName}/{method.Name}";
        if (method.GetOptions()?.HasExtension(AccessExtensions.Access) != true)
        {
            problems.Add($"{name} declares no (backoffice.options.v1.access).");
            return null;
        }
        var access = method.GetOptions().GetExtension(AccessExtensions.Access);
        var contract = new RpcContract(method, access, rules.Read(method.InputType));
        problems.AddRange(contract.Contradictions().Select(p => $"{name} {p}"));
        return contract;
    }

    private IEnumerable<string> Contradictions()
    {
        if (Access.Caller == CallerKind.Unspecified && (Access.Permission.Length == 0 || Access.Roles.Count == 0))
            yield return "needs a permission and the roles that hold it.";
        if (Access.Caller != CallerKind.Unspecified && (Access.Permission.Length > 0 || Access.Roles.Count > 0))
            yield return "is for the own account or for peers and names a permission or roles all the same.";
        if (Access.Repeat == Repeat.Unspecified)
            yield return "does not say what a repeat does.";
        if (Access.Repeat == Repeat.ByRequestId && RequestId is not { FieldType: FieldType.String })
            yield return "repeats by request_id and has no such field.";
        if (Writes && Access.Audit != Audit.Change)
            yield return "writes and is not audited as a change.";
        if (Access.Repeat == Repeat.ReadOnly && Access.Audit == Audit.Change)
            yield return "only reads and is audited as a change.";
        if (Access.Caller != CallerKind.Peer && Http is null)
            yield return "has no (google.api.http).";
        if (Access.Caller == CallerKind.Peer && Http is not null)
            yield return "is for peers and has a public path.";
        if (Method.IsClientStreaming)
            yield return "streams from the client, which browsers cannot do.";
    }
}
