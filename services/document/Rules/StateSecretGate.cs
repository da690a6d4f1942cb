using Backoffice.Document.Secrecy;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Document.Rules;

/// <summary>
/// Refuses state secrets before anything is stored or logged (保密法 第31条; rule SEC-19): every text of every call that
/// writes is searched, whatever its rpc. The audit trail keeps who, when, and hash and size of what was sent: a title can
/// itself be a secret. A classified zone holds what it may, and refuses what is above its level in the same way. What is read is searched by nobody: a question stores nothing, and marks have to be found.
/// </summary>
internal sealed class StateSecretGate(ContractTable contracts, DocumentDb db, SecrecyZone zone) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        // An import answers for each record by itself, and keeps the others.
        if (contracts.Find(context.Method) is { Writes: true, Method.Name: not nameof(IncomingDocuments.IncomingDocumentService.ImportIncomingDocuments) }
            && request is IMessage sent && StateSecrets.MarkedField(sent, zone) is { } field)
            throw await db.StateSecretAsync(context, field, sent.ToByteArray());
        return await continuation(request, context);
    }
}

/// <summary>Finds the marks of state secrets, and refuses what bears one.</summary>
internal static class StateSecrets
{
    /// <summary>The first field, of the message or of one within it, that bears a mark which the zone may not hold; null when none does.</summary>
    public static string? MarkedField(IMessage message, SecrecyZone zone) =>
        message.Descriptor.Fields.InFieldNumberOrder().Select(f => MarkedField(f, f.Accessor.GetValue(message), zone)).FirstOrDefault(f => f is not null);

    /// <summary>The refusal of what was sent, once the trail has it; for the caller to throw, or to answer with.</summary>
    public static async Task<Refusal> StateSecretAsync(this DocumentDb db, ServerCallContext context, string field, ReadOnlyMemory<byte> sent)
    {
        var refusal = DocumentErrors.StateSecretRefused(field);
        await db.AuditRefusalAsync(context, refusal, SentContent.Describe(sent.Span));
        return refusal;
    }

    private static string? MarkedField(FieldDescriptor field, object? value, SecrecyZone zone) => value switch
    {
        string text => zone.Refuses(text) ? field.Name : null,
        IMessage message => MarkedField(message, zone),
        System.Collections.IEnumerable items and not ByteString => items.Cast<object>().Select(item => MarkedField(field, item, zone)).FirstOrDefault(f => f is not null),
        _ => null,
    };
}
