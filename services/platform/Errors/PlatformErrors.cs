using Backoffice.Platform.Time;
using Backoffice.Platform.V1;

namespace Backoffice.Platform.Errors;

/// <summary>Refusals every service can answer with; see platform/v1/errors.proto.</summary>
public static class PlatformErrors
{
    public static Refusal Conflict() => Refusal.Of(ErrorReason.Conflict);

    public static Refusal StaleEtag(string name, string etag) => Refusal.Of(ErrorReason.StaleEtag, ("name", name), ("etag", etag));

    public static Refusal InvalidPageToken() => Refusal.Of(ErrorReason.InvalidPageToken);

    public static Refusal InvalidFilter(int position, string found) =>
        Refusal.Of(ErrorReason.InvalidFilter, ("position", position.ToString()), ("found", found));

    public static Refusal InvalidUpdateMask(string path) => Refusal.Of(ErrorReason.InvalidUpdateMask, ("path", path));

    public static Refusal InvalidInterval(DateTimeOffset start, DateTimeOffset end, string why) => Refusal.Of(
        ErrorReason.InvalidInterval, ("start_time", Rfc3339.Format(start)), ("end_time", Rfc3339.Format(end)), ("why", why));

    public static Refusal Unavailable(string part) => Refusal.Of(ErrorReason.Unavailable, ("part", part));

    internal static Refusal OtherService(string name, string service) => Refusal.Of(ErrorReason.OtherService, ("name", name), ("service", service));

    internal static Refusal UnknownReadModel(string name) => Refusal.Of(ErrorReason.UnknownReadModel, ("name", name));

    public static Refusal RateLimited(int retryAfterSeconds) => Refusal.Of(ErrorReason.RateLimited, ("retry_after_seconds", retryAfterSeconds.ToString()));

    public static Refusal UnknownMethod(string method) => Refusal.Of(ErrorReason.UnknownMethod, ("method", method));

    public static Refusal RequestTooLarge(long limit) => Refusal.Of(ErrorReason.RequestTooLarge, ("limit", limit.ToString()));

    public static Refusal MalformedRequest() => Refusal.Of(ErrorReason.MalformedRequest);

    public static Refusal CrossSite() => Refusal.Of(ErrorReason.CrossSite);

    public static Refusal Unauthenticated() => Refusal.Of(ErrorReason.Unauthenticated);

    internal static Refusal PermissionDenied(string permission) => Refusal.Of(ErrorReason.PermissionDenied, ("permission", permission));

    internal static Refusal RequestIdReused(string requestId) => Refusal.Of(ErrorReason.RequestIdReused, ("request_id", requestId));

    internal static Refusal Internal(string traceId) => Refusal.Of(ErrorReason.Internal, ("trace_id", traceId));
}
