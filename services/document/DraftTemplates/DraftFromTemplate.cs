using Backoffice.Document.V1;
using Backoffice.Platform.Contracts;
using Grpc.Core;

namespace Backoffice.Document.DraftTemplates;

internal sealed partial class DraftTemplateService
{
    // What the bureau is called need not be typed.
    private const string IssuerField = "issuer";

    public override async Task<DraftFromTemplateResponse> DraftFromTemplate(DraftFromTemplateRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var template = await NewestAsync(request.Name, stop) is { Retired: false } newest ? newest : throw DocumentErrors.TemplateNotFound(request.Name, 0);
        var values = new Dictionary<string, string> { [IssuerField] = bureau.Name };
        foreach (var value in request.Values)
            values[value.Field] = template.Fields.Any(f => f.Id == value.Field) ? value.Value : throw DocumentErrors.TemplateField(template.Name, value.Field);
        var filled = template.Fill(values);
        if (request.MainRecipients.Length > 0)
            filled.MainRecipients = request.MainRecipients;
        MessageContract.Expect(filled, "outgoing_document");
        var document = await drafts.BeginAsync(turn, filled, stop);
        return await turn.CommitAsync(new DraftFromTemplateResponse { OutgoingDocument = await drafts.ShowAsync(document, stop) });
    }
}
