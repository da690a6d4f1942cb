using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.DraftTemplates;

internal sealed partial class DraftTemplateService
{
    // What the bureau is called need not be typed.
    private const string IssuerField = "issuer";
    private const int LongestTitle = 500;
    private const int LongestRecipients = 2_000;
    private const int LongestBody = 500_000;

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
        // As long as the contract lets a title be typed.
        if (filled.Title.Length > LongestTitle || filled.MainRecipients.Length > LongestRecipients || filled.Body.Length > LongestBody)
            throw DocumentErrors.Overfilled(template.Name);
        var document = await drafts.BeginAsync(turn, filled);
        return await turn.CommitAsync(new DraftFromTemplateResponse { OutgoingDocument = await drafts.ShowAsync(document, stop) });
    }
}
