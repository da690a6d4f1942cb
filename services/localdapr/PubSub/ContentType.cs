namespace Backoffice.LocalDapr.PubSub;

/// <summary>Dapr's four kinds of content. Anything else, such as application/foo+json, is treated as text and arrives empty.</summary>
internal static class ContentType
{
    public const string Default = "text/plain";
    public const string OctetStream = "application/octet-stream";

    public static bool IsJson(string type) => Is(type, "application/json");

    public static bool IsBinary(string type) => Is(type, OctetStream);

    public static bool IsCloudEvent(string type) => Is(type, "application/cloudevents+json");

    public static bool IsText(string type) => type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || Is(type, "application/xml");

    private static bool Is(string type, string expected) => type.Split(';')[0].Equals(expected, StringComparison.OrdinalIgnoreCase);
}
