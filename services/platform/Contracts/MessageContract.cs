using System.Collections.Concurrent;
using Backoffice.Platform.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>Holds a message that a service made of something else, a file or a template, to the rules that a caller's is held to.</summary>
public static class MessageContract
{
    private static readonly ConcurrentDictionary<MessageDescriptor, MessageRules> Known = new();

    /// <param name="message">Of the contract, whose rules the host has read already: nothing in them is unsupported.</param>
    /// <param name="field">Where it would stand in a request.</param>
    /// <exception cref="Refusal">INVALID_REQUEST with each field that breaks a rule.</exception>
    public static void Expect(IMessage message, string field)
    {
        var violations = new Violations();
        Known.GetOrAdd(message.Descriptor, d => new RuleReader([]).Read(d)).Check(message, field, violations);
        if (violations.All.Count > 0)
            throw Refusal.Invalid(violations.All);
    }
}
