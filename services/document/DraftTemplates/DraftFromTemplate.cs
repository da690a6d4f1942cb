using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Contracts;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.DraftTemplates;

internal sealed partial class DraftTemplateService
{
    // What the bureau is called need not be typed.
    private const string IssuerField = "issuer";

    public override async Task<DraftFromTemplateResponse> DraftFromTemplate(DraftFromTemplateRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Read before the turn: a mark can stand half in the template and half in a value, and neither of them shows it.
        var template = await NewestAsync(request.Name, stop) ?? new DraftTemplate { Retired = true };
        var filled = Filled(template, request);
        if (StateSecrets.MarkedField(filled, zone) is { } field)
            throw await db.StateSecretAsync(context, field, request.ToByteArray());
        await using var turn = await db.BeginTurnAsync(context);
        if (template.Retired)
            throw DocumentErrors.TemplateNotFound(request.Name, 0);
        if (request.Values.FirstOrDefault(v => template.Fields.All(f => f.Id != v.Field)) is { } unknown)
            throw DocumentErrors.TemplateField(template.Name, unknown.Field);
        MessageContract.Expect(filled, "outgoing_document");
        var document = await drafts.BeginAsync(turn, filled, stop);
        return await turn.CommitAsync(new DraftFromTemplateResponse { OutgoingDocument = await drafts.ShowAsync(document, stop) });
    }

    private OutgoingDocument Filled(DraftTemplate template, DraftFromTemplateRequest request)
    {
        var values = new Dictionary<string, string> { [IssuerField] = bureau.Name };
        foreach (var value in request.Values)
            values[value.Field] = value.Value;
        var filled = template.Fill(values);
        if (request.MainRecipients.Length > 0)
            filled.MainRecipients = request.MainRecipients;
        return filled;
    }
}
