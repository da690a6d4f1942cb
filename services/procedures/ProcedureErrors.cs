using Backoffice.Platform.Errors;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures;

/// <summary>Why a procedure refuses; see procedures/v1/errors.proto.</summary>
public static class ProcedureErrors
{
    public static Refusal NotFound(string name) => Refusal.Of(ErrorReason.MatterNotFound, ("name", name));

    public static Refusal AlreadyRunning(string subject) => Refusal.Of(ErrorReason.AlreadyRunning, ("subject", subject));

    internal static Refusal Ended(string name) => Refusal.Of(ErrorReason.MatterEnded, ("name", name));

    internal static Refusal NotTheHolder(string verb, string holder, string step) =>
        Refusal.Of(ErrorReason.NotTheHolder, ("verb", verb), ("holder", holder), ("step", step));

    internal static Refusal NotAllowed(string verb, string step, string why) =>
        Refusal.Of(ErrorReason.VerbNotAllowed, ("verb", verb), ("step", step), ("why", why));

    internal static Refusal Waiting(string step, string others) => Refusal.Of(ErrorReason.WaitingForOthers, ("step", step), ("others", others));

    internal static Refusal SignerRefused(string others) => Refusal.Of(ErrorReason.SignerRefused, ("others", others));

    internal static Refusal ReasonRequired(string verb) => Refusal.Of(ErrorReason.ReasonRequired, ("verb", verb));

    internal static Refusal AlreadyOpened(string holder, string time) => Refusal.Of(ErrorReason.AlreadyOpened, ("holder", holder), ("time", time));

    internal static Refusal ContentChanged(string name) => Refusal.Of(ErrorReason.ContentChanged, ("name", name));

    internal static Refusal AssigneeRequired(string step) => Refusal.Of(ErrorReason.AssigneeRequired, ("step", step));

    internal static Refusal UnknownAssignee(string assignee, string why) => Refusal.Of(ErrorReason.UnknownAssignee, ("assignee", assignee), ("why", why));

    internal static Refusal UnknownStep(string step, string allowed) => Refusal.Of(ErrorReason.UnknownStep, ("step", step), ("allowed", allowed));

    internal static Refusal NeedsForm(string step, string rpc) => Refusal.Of(ErrorReason.StepNeedsForm, ("step", step), ("rpc", rpc));

    internal static Refusal OwnDraft(string person, string step) => Refusal.Of(ErrorReason.OwnDraft, ("person", person), ("step", step));

    internal static Refusal NotDelegable(string step) => Refusal.Of(ErrorReason.NotDelegable, ("step", step));

    public static Refusal NotLight(string step) => Refusal.Of(ErrorReason.StepNotLight, ("step", step));

    internal static Refusal Nobody(string step, string duty) => Refusal.Of(ErrorReason.NobodyForStep, ("step", step), ("duty", duty));
}
