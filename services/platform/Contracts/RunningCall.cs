using Backoffice.Platform.Callers;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Platform.Contracts;

/// <summary>What the platform knows of a call that was let in; travels in the call's user state.</summary>
internal sealed class RunningCall(RpcContract contract, Caller caller, IMessage request)
{
    private static readonly object Key = new();

    public RpcContract Contract { get; } = contract;

    public Caller Caller { get; } = caller;

    public IMessage Request { get; } = request;

    /// <summary>True once the call's change is on the disk.</summary>
    public bool Committed { get; set; }

    public void AttachTo(ServerCallContext context) => context.UserState[Key] = this;

    public static RunningCall Of(ServerCallContext context) => context.UserState.TryGetValue(Key, out var call)
        ? (RunningCall)call
        : throw new InvalidOperationException($"{context.Method} was not let in by the contract.");
}
