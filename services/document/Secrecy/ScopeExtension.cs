using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Secrecy;

/// <summary>Some more who may know, and why.</summary>
internal sealed class ScopeExtension
{
    public required string Subject { get; init; }

    public required int Number { get; init; }

    public required IReadOnlyList<string> Principals { get; init; }

    public required string Reason { get; init; }

    public required string Person { get; init; }

    public required DateTimeOffset Time { get; init; }

    public V1.ScopeExtension ToProto() => new() { Principals = { Principals }, Reason = Reason, Person = Person, Time = Timestamp.FromDateTimeOffset(Time) };
}
