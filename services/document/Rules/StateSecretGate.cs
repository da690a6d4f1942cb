using Backoffice.Platform.Auditing;
using Backoffice.Platform.Errors;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;

namespace Backoffice.Document.Rules;

/// <summary>
/// Refuses state secrets before anything is stored or logged (保密法 第31条; rule SEC-19). The audit trail keeps who, when, and
/// hash and size of what was sent: a title can itself be a secret.
/// </summary>
internal static class StateSecretGate
{
    /// <summary>The first field that bears a mark; null when none does.</summary>
    public static string? MarkedField(params ReadOnlySpan<(string Field, string Text)> fields)
    {
        foreach (var (field, text) in fields)
        {
            if (StateSecretMark.IsIn(text))
                return field;
        }
        return null;
    }

    /// <summary>The refusal of what was sent, once the trail has it; for the caller to throw, or to answer with.</summary>
    public static async Task<Refusal> StateSecretAsync(this DocumentDb db, ServerCallContext context, string field, ReadOnlyMemory<byte> sent)
    {
        var refusal = DocumentErrors.StateSecretRefused(field);
        await db.AuditRefusalAsync(context, refusal, SentContent.Describe(sent.Span));
        return refusal;
    }
}
