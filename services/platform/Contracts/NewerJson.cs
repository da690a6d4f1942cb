using Google.Protobuf;

namespace Backoffice.Platform.Contracts;

/// <summary>Reads proto-JSON of a process that may be newer than this one, as during an upgrade.</summary>
public static class NewerJson
{
    /// <summary>What this release does not know is passed over; it is not a reason to stop.</summary>
    public static JsonParser Parser { get; } = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
}
