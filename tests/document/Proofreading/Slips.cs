using Backoffice.Document.V1;
using Backoffice.Testing;

namespace Backoffice.Document.Tests.Proofreading;

/// <summary>A draft with slips of several kinds.</summary>
internal static class Slips
{
    public const string Body = "截止目前,已于2026年03月05日印发。\n一、提高认识。\n三、落实责任。";

    public const string Mended = "截至目前，已于2026年3月5日印发。\n一、提高认识。\n三、落实责任。";

    public static Task<DraftUnderway> DraftAsync(Suite suite, string step = "draft")
    {
        var draft = DraftUnderway.Notice();
        draft.Body = Body;
        return DraftUnderway.AtAsync(suite, step, draft);
    }

    public static async Task<FixOutgoingDocumentRequest> FixAsync(this DraftUnderway on, Func<ProofFinding, bool>? which = null)
    {
        var read = await on.ProofreadingAs(Office.Staff).ProofreadOutgoingDocumentAsync(new() { Name = on.Name });
        return new() { Name = on.Name, Etag = read.Etag, TextSha256 = read.TextSha256, FindingIds = { read.Findings.Where(which ?? (f => f.HasSuggestion)).Select(f => f.Id) } };
    }
}
