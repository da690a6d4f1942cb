using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>One act as kept: never changed, sealed to all acts before it.</summary>
public sealed class ActRow
{
    public required Guid MatterId { get; init; }

    /// <summary>From 1 without gaps.</summary>
    public required int Number { get; init; }

    public required Verb Verb { get; init; }

    public required string ActorPerson { get; init; }

    public required string ActorName { get; init; }

    public required string ActorPost { get; init; }

    public required string OnBehalfOf { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The step it was done at.</summary>
    public required string Step { get; init; }

    /// <summary>The step it led to; empty when it stayed.</summary>
    public required string ToStep { get; init; }

    /// <summary>The task it was done with; 0 when with none.</summary>
    public required int Task { get; init; }

    public required string Opinion { get; init; }

    public required OpinionForm OpinionForm { get; init; }

    /// <summary>Hash of what stood when it was decided on; empty where nothing was decided.</summary>
    public required string SeenSha256 { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>The changes it made, as JSON.</summary>
    public required string Changes { get; init; }

    public string Seal { get; private set; } = "";

    public MatterActor Actor => new(ActorPerson, ActorName, ActorPost, OnBehalfOf);

    public IReadOnlyList<Change> ReadChanges() => JsonSerializer.Deserialize<IReadOnlyList<Change>>(Changes)!;

    public void SealTo(string before) => Seal = SealOn(before);

    /// <summary>The seal this act must bear behind one that bears the given.</summary>
    public string SealOn(string before)
    {
        // Length before content: no two different acts give the same bytes.
        var content = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string>)[before, MatterId.ToString(), Text(Number), Text((int)Verb), ActorPerson, ActorName, ActorPost, OnBehalfOf,
            Text(Time.UtcTicks), Step, ToStep, Text(Task), Opinion, Text((int)OpinionForm), SeenSha256, string.Join(',', Targets), Changes])
            content.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
