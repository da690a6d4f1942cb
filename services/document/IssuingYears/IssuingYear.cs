using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.IssuingYears;

/// <summary>Why a year saw more documents issued than the one before; how many they were is counted in the register of numbers.</summary>
internal sealed class IssuingYear : Versioned
{
    public required int Year { get; init; }

    public string Explanation { get; private set; } = "";

    public string Person { get; private set; } = "";

    public DateTimeOffset? ExplainTime { get; private set; }

    public string Name => $"issuingYears/{Year}";

    public void Explain(string explanation, string person, DateTimeOffset at)
    {
        (Explanation, Person, ExplainTime) = (explanation, person, at);
        Touch();
    }

    public V1.IssuingYear ToProto(YearsIssued issued) => new()
    {
        Name = Name,
        Etag = Etag,
        IssuedCount = issued.Issued,
        PreviousCount = issued.Before,
        ExplanationRequired = issued.HasGrown,
        Explanation = Explanation,
        Person = Person,
        ExplainTime = ExplainTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
    };
}
