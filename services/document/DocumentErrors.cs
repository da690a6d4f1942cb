using Backoffice.Document.V1;
using Backoffice.Document.Rules;
using Backoffice.Platform.Errors;
using Backoffice.Regulations.Rules;

namespace Backoffice.Document;

/// <summary>Why the document service refuses; see document/v1/errors.proto.</summary>
internal static class DocumentErrors
{
    public static Refusal NotFound(string name) => Refusal.Of(ErrorReason.IncomingDocumentNotFound, ("name", name));

    public static Refusal LikelyDuplicate(string registrationNumber, string why) =>
        Refusal.Of(ErrorReason.LikelyDuplicate, ("registration_number", registrationNumber), ("why", why));

    public static Refusal AlreadyRegistered(string name, string registrationNumber) =>
        Refusal.Of(ErrorReason.AlreadyRegistered, ("name", name), ("registration_number", registrationNumber));

    public static Refusal Incomplete(string field, string step) => Refusal.Of(ErrorReason.Incomplete, ("field", field), ("step", step));

    public static Refusal StateSecretRefused(string field) => Refusal.Of(ErrorReason.StateSecretRefused, ("field", field));

    public static Refusal UnknownReader(string reader) => Refusal.Of(ErrorReason.UnknownReader, ("reader", reader));

    public static Refusal AttachmentNotFound(string name) => Refusal.Of(ErrorReason.AttachmentNotFound, ("name", name));

    public static Refusal ContentMissing(string name) => Refusal.Of(ErrorReason.ContentMissing, ("name", name));

    public static Refusal FileRefused(string fileName, string why) => Refusal.Of(ErrorReason.FileRefused, ("file_name", fileName), ("why", why));

    public static Refusal SourceRequired() => Refusal.Of(ErrorReason.SourceRequired);

    public static Refusal SourceTaken(string source) => Refusal.Of(ErrorReason.SourceTaken, ("source", source));

    public static Refusal NoPost(string account) => Refusal.Of(ErrorReason.NoPost, ("account", account));

    public static Refusal NotUnderWay(string name) => Refusal.Of(ErrorReason.NotUnderWay, ("name", name));

    public static Refusal WrongState(string name, string state, string verb, string wanted) =>
        Refusal.Of(ErrorReason.WrongState, ("name", name), ("state", state), ("verb", verb), ("wanted", wanted));

    /// <summary>Refuses for the first of the findings; all of them are cited.</summary>
    public static Refusal RuleBroken(IReadOnlyList<Finding> findings) => Refusal.Of(
        ErrorReason.RuleBroken, ("citation", findings[0].Rule.Citation), ("message", findings[0].MessageZh)).With([.. findings.Select(f => f.ToCitation())]);
}
