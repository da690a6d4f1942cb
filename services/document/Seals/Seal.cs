using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Seals;

/// <summary>印章: whose name it bears, and which post keeps it. Destroyed, it stays in the register.</summary>
internal sealed class Seal : Versioned
{
    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>印文: the organ whose legal name it bears.</summary>
    public required string Organ { get; init; }

    /// <summary>`posts/{id}` of the keeper.</summary>
    public required string CustodianPost { get; init; }

    public SealState State { get; private set; } = SealState.Active;

    public string StateReason { get; private set; } = "";

    public required DateTimeOffset StateTime { get; set; }

    public required DateTimeOffset CreateTime { get; init; }

    public required string Person { get; init; }

    public string Name => NameOf(Id);

    public bool IsInUse => State == SealState.Active;

    public static string NameOf(Guid id) => $"seals/{id}";

    /// <summary>封存、启用、销毁</summary>
    public void Become(SealState wanted, string reason, DateTimeOffset at)
    {
        if (State == SealState.Destroyed || wanted == State)
            throw DocumentErrors.SealState(Name, SealStates.Of(State), SealStates.Of(wanted));
        (State, StateReason, StateTime) = (wanted, reason, at);
        Touch();
    }

    public V1.Seal ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        Organ = Organ,
        CustodianPost = CustodianPost,
        State = State,
        StateReason = StateReason,
        StateTime = Timestamp.FromDateTimeOffset(StateTime),
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        Person = Person,
    };
}

/// <summary>What people call the states.</summary>
internal static class SealStates
{
    public static string Of(SealState state) => state switch
    {
        SealState.Active => "在用",
        SealState.Suspended => "封存",
        SealState.Destroyed => "销毁",
        _ => state.ToString(),
    };
}
