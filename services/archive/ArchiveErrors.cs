using Backoffice.Archive.V1;
using Backoffice.Platform.Errors;

namespace Backoffice.Archive;

/// <summary>Why the archive service refuses; see archive/v1/errors.proto.</summary>
internal static class ArchiveErrors
{
    public static Refusal NotFound(string name) => Refusal.Of(ErrorReason.ArchiveItemNotFound, ("name", name));

    public static Refusal ContentMissing(string name) => Refusal.Of(ErrorReason.ContentMissing, ("name", name));

    public static Refusal StateSecretRefused(string field) => Refusal.Of(ErrorReason.StateSecretRefused, ("field", field));

    public static Refusal FileRefused(string fileName, string why) => Refusal.Of(ErrorReason.FileRefused, ("file_name", fileName), ("why", why));

    public static Refusal ReferenceCodesExhausted(string filingClass) => Refusal.Of(ErrorReason.ReferenceCodesExhausted, ("class", filingClass));
}
