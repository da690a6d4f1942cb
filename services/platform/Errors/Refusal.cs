using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Backoffice.Platform.Errors;

/// <summary>
/// A call refused for a reason of the catalogue. Built only in the services' XErrors classes, from an enum value of
/// errors.proto that carries code and texts; anything else that is thrown is a bug and answers INTERNAL.
/// </summary>
public sealed class Refusal : Exception
{
    private Refusal(ErrorText text, IReadOnlyDictionary<string, string> facts, IReadOnlyList<BadRequest.Types.FieldViolation> violations)
        : base(text.English(facts))
    {
        Text = text;
        Facts = facts;
        Violations = violations;
    }

    internal ErrorText Text { get; }

    /// <summary>What else is sent with the refusal, e.g. the rules that it rests on.</summary>
    public IReadOnlyList<IMessage> Details { get; private init; } = [];

    /// <summary>Every dynamic part of the message; sent as ErrorInfo.metadata.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>All broken field rules; sent as BadRequest.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Violations { get; }

    /// <summary>UPPER_SNAKE reason without the enum's prefix, e.g. `LIKELY_DUPLICATE`.</summary>
    public string Reason => Text.Reason;

    public StatusCode Code => (StatusCode)Text.Code;

    /// <summary>Builds a refusal of one reason; each placeholder of its texts needs a fact of that name.</summary>
    public static Refusal Of<TReason>(TReason reason, params ReadOnlySpan<(string Name, string Value)> facts)
        where TReason : struct, Enum => new(ErrorText.Of(reason), Collect(facts), []);

    /// <summary>The same refusal with more about why.</summary>
    public Refusal With(IReadOnlyList<IMessage> details) => new(Text, Facts, Violations) { Details = details };

    internal static Refusal Invalid(IReadOnlyList<BadRequest.Types.FieldViolation> violations) => new(
        ErrorText.Of(Backoffice.Platform.V1.ErrorReason.InvalidRequest),
        new Dictionary<string, string> { ["count"] = violations.Count.ToString() },
        violations);

    private static Dictionary<string, string> Collect(ReadOnlySpan<(string Name, string Value)> facts)
    {
        var collected = new Dictionary<string, string>(facts.Length);
        foreach (var (name, value) in facts)
            collected[name] = value;
        return collected;
    }
}
