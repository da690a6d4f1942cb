using Backoffice.Coordination.V1;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Time;

namespace Backoffice.Coordination;

/// <summary>Why the coordination service refuses; see coordination/v1/errors.proto.</summary>
internal static class CoordinationErrors
{
    public static Refusal UnitNotFound(string name) => Refusal.Of(ErrorReason.UnitNotFound, ("name", name));

    public static Refusal PostNotFound(string name) => Refusal.Of(ErrorReason.PostNotFound, ("name", name));

    public static Refusal PersonNotFound(string name) => Refusal.Of(ErrorReason.PersonNotFound, ("name", name));

    public static Refusal NameTaken(string name) => Refusal.Of(ErrorReason.NameTaken, ("name", name));

    public static Refusal UnitCycle(string name, string parent) => Refusal.Of(ErrorReason.UnitCycle, ("name", name), ("parent", parent));

    public static Refusal BackupIsSelf(string name) => Refusal.Of(ErrorReason.BackupIsSelf, ("name", name));

    public static Refusal UnitInUse(string name, int count) => Refusal.Of(ErrorReason.UnitInUse, ("name", name), ("count", count.ToString()));

    public static Refusal PostHeld(string name, string person) => Refusal.Of(ErrorReason.PostHeld, ("name", name), ("person", person));

    public static Refusal Closed(string name) => Refusal.Of(ErrorReason.PostClosed, ("name", name));

    public static Refusal DelegationNotFound(string name) => Refusal.Of(ErrorReason.DelegationNotFound, ("name", name));

    public static Refusal NotYourPost(string post) => Refusal.Of(ErrorReason.NotYourPost, ("post", post));

    public static Refusal DeputyIsSelf(string post) => Refusal.Of(ErrorReason.DeputyIsSelf, ("post", post));

    public static Refusal DeputyVacant(string post) => Refusal.Of(ErrorReason.DeputyVacant, ("post", post));

    public static Refusal DelegatedAlready(string post, Interval taken) => Refusal.Of(
        ErrorReason.DelegatedAlready, ("post", post), ("start_time", Rfc3339.Format(taken.Start)), ("end_time", Rfc3339.Format(taken.End)));

    public static Refusal NotYourDelegation(string name, string creator, string post) =>
        Refusal.Of(ErrorReason.NotYourDelegation, ("name", name), ("creator", creator), ("post", post));

    public static Refusal DelegationOver(string name) => Refusal.Of(ErrorReason.DelegationOver, ("name", name));
}
