using System.Collections.Immutable;
using System.Text.Json.Serialization;
using V1 = Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>One change of a matter's state. An act is kept with its changes; folding them from the first gives the state again.</summary>
[JsonDerivedType(typeof(TaskGiven), "taskGiven")]
[JsonDerivedType(typeof(TasksNumbered), "tasksNumbered")]
[JsonDerivedType(typeof(TaskChanged), "taskChanged")]
[JsonDerivedType(typeof(StepEntered), "stepEntered")]
[JsonDerivedType(typeof(RoundOpened), "roundOpened")]
[JsonDerivedType(typeof(SignersWait), "signersWait")]
[JsonDerivedType(typeof(FollowersNamed), "followersNamed")]
[JsonDerivedType(typeof(DecisionDeferred), "decisionDeferred")]
[JsonDerivedType(typeof(SentOn), "sentOn")]
[JsonDerivedType(typeof(ApprovedBy), "approvedBy")]
[JsonDerivedType(typeof(MatterEnded), "matterEnded")]
public abstract record Change;

/// <summary>A task was given.</summary>
public sealed record TaskGiven(MatterTask Task) : Change;

/// <summary>Readers were given tasks; they lie in the ledger, their numbers are taken here.</summary>
public sealed record TasksNumbered(int Last) : Change;

/// <summary>A task was opened, urged or ended: it is now so.</summary>
public sealed record TaskChanged(MatterTask Task) : Change;

/// <summary>The matter came to a step; what it passed, and where it is to come straight back to.</summary>
public sealed record StepEntered(string Step, ImmutableList<Seat> Path, ImmutableList<Detour> Detours) : Change;

/// <summary>Signers are asked; what those of an earlier round answered counts no more.</summary>
public sealed record RoundOpened(Round Round) : Change;

/// <summary>These are still to be asked, in this order.</summary>
public sealed record SignersWait(ImmutableList<string> Posts) : Change;

/// <summary>These are to be asked after the holder.</summary>
public sealed record FollowersNamed(ImmutableList<string> Posts) : Change;

/// <summary>The holder has decided; it waits for those who follow.</summary>
public sealed record DecisionDeferred(Onward? Onward) : Change;

/// <summary>Who sent it on.</summary>
public sealed record SentOn(Sending? Sending) : Change;

/// <summary>Who approved last; empty when the last step was no approval.</summary>
public sealed record ApprovedBy(string Person) : Change;

/// <summary>It ended.</summary>
public sealed record MatterEnded(V1.MatterState Status) : Change;
