using System.Globalization;
using System.Text.Json;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Definitions;

namespace Backoffice.Procedures.Matters;

/// <summary>
/// One procedure running for one subject. Its history is its acts; the state is their fold, kept beside them so that an act
/// costs the same however much has happened. Verbs are in Verbs/, one file each.
/// </summary>
public sealed partial class Matter : Versioned
{
    private MatterState? _state;
    private string _stateJson = "";
    private ProcedureDefinition? _procedure;

    public required Guid Id { get; init; }

    /// <summary>The resource it is about, e.g. `incomingDocuments/{id}`.</summary>
    public required string Subject { get; init; }

    public required string ProcedureId { get; init; }

    public required int ProcedureVersion { get; init; }

    public required string StarterPerson { get; init; }

    public required string StarterName { get; init; }

    public required string StarterPost { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public DateTimeOffset? EndTime { get; private set; }

    /// <summary>Also in the state; here so that the running matter of a subject is found by an index.</summary>
    public V1.MatterState Status { get; private set; }

    /// <summary>The step it is at, also in the state; here so that open matters are counted by it without reading them.</summary>
    public string PresentStep { get; private set; } = "";

    /// <summary>When its accountable task is due; null when it has none, or no time.</summary>
    public DateTimeOffset? DueTime { get; private set; }

    /// <summary>How many acts there are.</summary>
    public int ActCount { get; private set; }

    /// <summary>
    /// Grows with every act that changes who has what to do. It is the etag of the contract: what readers do between a
    /// holder's reading and deciding must not stop the decision.
    /// </summary>
    public int Version { get; private set; }

    /// <summary>Seal of the last act.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>How many readers were served.</summary>
    public int ServedCount { get; set; }

    /// <summary>How many of them have opened it.</summary>
    public int OpenedCount { get; set; }

    /// <summary>How many of them have read it.</summary>
    public int ReadCount { get; set; }

    /// <summary>How many of them had left before they did.</summary>
    public int ReleasedCount { get; set; }

    /// <summary>How many it still waits for.</summary>
    public int UnreadCount => ServedCount - ReadCount - ReleasedCount;

    /// <summary>When somebody is reminded next of what is due; null when nobody will be.</summary>
    public DateTimeOffset? RemindTime { get; private set; }

    public string Name => $"matters/{Id}";

    public MatterActor Starter => new(StarterPerson, StarterName, StarterPost);

    public MatterState State
    {
        get => _state ??= JsonSerializer.Deserialize<MatterState>(_stateJson)!;
        private set => (_state, _stateJson) = (value, JsonSerializer.Serialize(value));
    }

    /// <summary>The state as stored.</summary>
    public string StateJson
    {
        get => _stateJson;
        private set => (_stateJson, _state) = (value, null);
    }

    public bool IsRunning => Status == V1.MatterState.Running;

    /// <summary>The version of the procedure it is pinned to; set by whoever loads it.</summary>
    public ProcedureDefinition Procedure => _procedure ?? throw new InvalidOperationException("The matter was loaded without its procedure.");

    public Matter By(ProcedureLibrary library)
    {
        _procedure = library.Get(ProcedureId, ProcedureVersion);
        return this;
    }

    /// <summary>The step it is at.</summary>
    public Step Present => Procedure[State.Step];

    /// <summary>Refuses an act on an older version than the present one. An empty etag skips the check.</summary>
    public void ExpectVersion(string etag)
    {
        if (etag.Length > 0 && etag != Version.ToString(CultureInfo.InvariantCulture))
            throw PlatformErrors.StaleEtag(Name, etag);
    }

    /// <summary>Takes over what a verb decided. Exactly one post is accountable while it runs, and none after: anything else is a bug.</summary>
    internal void Record(ActRow act, MatterState state, bool changesDuties)
    {
        var accountable = state.Tasks.Count(t => t is { Kind: V1.TaskKind.Act, IsOpen: true });
        if (accountable != (state.Status == V1.MatterState.Running ? 1 : 0))
            throw new InvalidOperationException($"{Name} would have {accountable} accountable posts after {act.Verb}.");
        act.SealTo(Seal);
        (ActCount, Seal, State, Status) = (act.Number, act.Seal, state, state.Status);
        (PresentStep, DueTime) = (state.Step, state.Held?.DueTime);
        // Readers may still read it afterwards.
        if (Status != V1.MatterState.Running)
            EndTime ??= act.Time;
        if (changesDuties)
            Version++;
        Touch();
    }
}
