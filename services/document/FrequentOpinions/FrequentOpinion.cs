using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.FrequentOpinions;

/// <summary>A short opinion that one person often writes; nobody else's.</summary>
internal sealed class FrequentOpinion
{
    /// <summary>Longer ones are written for their one document.</summary>
    public const int MostCharacters = 100;

    public required string Person { get; init; }

    public required string Text { get; init; }

    public int UseCount { get; private set; }

    public DateTimeOffset UseTime { get; private set; }

    public bool Saved { get; private set; }

    public void Use(DateTimeOffset at) => (UseCount, UseTime) = (UseCount + 1, at);

    public void Save(DateTimeOffset at)
    {
        if (!Saved)
            (Saved, UseTime) = (true, UseCount > 0 ? UseTime : at);
    }

    public V1.FrequentOpinion ToProto() => new() { Text = Text, UseCount = UseCount, UseTime = Timestamp.FromDateTimeOffset(UseTime), Saved = Saved };
}
