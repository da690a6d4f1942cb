using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Proofreading;
using Backoffice.Proofreading.Texts;
using Google.Protobuf;
using Grpc.Core;
using ProofFinding = Backoffice.Proofreading.Findings.ProofFinding;

namespace Backoffice.Document.Proofreading;

internal sealed partial class ProofreadingService
{
    public override async Task<FixOutgoingDocumentResponse> FixOutgoingDocument(FixOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Reading takes as long as the text is long, and a turn keeps every writer waiting.
        var read = await db.ReadOutgoingAsync(request.Name, caller, stop);
        var text = read.ToProofText();
        var isTheText = text.Sha256() == request.TextSha256;
        var found = isTheText ? await ReadAsync(text, stop) : [];
        var mended = text.With([.. found.Where(f => f.Suggestion is not null && request.FindingIds.Contains(f.Id))]);
        // What was taken out between two characters can have kept a mark from being one.
        if (MarkedIn(mended) is { } field)
            throw await db.StateSecretAsync(context, field, request.ToByteArray());
        var left = isTheText ? await ReadAsync(mended, stop) : [];

        await using var turn = await db.BeginTurnAsync(context);
        read.ExpectEtag(request.Etag, read.Name);
        if (!isTheText)
            throw DocumentErrors.TextChanged(read.Name);
        var chosen = Chosen(found, request.FindingIds);
        var sent = new V1.OutgoingDocument
        {
            Name = read.Name,
            Etag = request.Etag,
            Title = mended.Title,
            MainRecipients = mended.MainRecipients,
            CopyRecipients = mended.CopyRecipients,
            Body = mended.Body,
            AttachmentList = { mended.AttachmentList },
            AttachmentTitles = { mended.AttachmentTitles },
            Annexes = { mended.Annexes.Select(a => new Annex { Title = a.Title, Text = a.Text }) },
        };
        var fields = chosen.Select(f => f.Place.Element.ToField()).Distinct().Order(StringComparer.Ordinal);
        // Refuses by the etag whatever has changed since it was read.
        var document = await drafts.ReviseAsync(turn, sent, new() { Paths = { fields } }, request.ChangeKind, request.Reason, stop);
        return await turn.CommitAsync(new FixOutgoingDocumentResponse
        {
            OutgoingDocument = await drafts.ShowAsync(document, stop),
            Findings = { Listed(left, mended) },
            TextSha256 = mended.Sha256(),
            More = left.Count > MostListed,
        });
    }

    private string? MarkedIn(ProofText text) =>
        text.Passages().Where(p => zone.Refuses(p.Wording)).Select(p => p.Element.ToField()).FirstOrDefault();

    private static ProofFinding[] Chosen(IReadOnlyList<ProofFinding> findings, IEnumerable<string> ids)
    {
        var byId = findings.ToDictionary(f => f.Id);
        return [.. ids.Distinct().Select(id =>
            !byId.TryGetValue(id, out var finding) ? throw DocumentErrors.NoSuchFinding(id)
            : finding.Suggestion is null ? throw DocumentErrors.NothingSuggested(id)
            : finding)];
    }
}
