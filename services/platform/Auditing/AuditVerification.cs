using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Auditing;

/// <summary>Recomputes the chain from the first entry to the head. Reads in pages and holds one entry at a time.</summary>
internal static class AuditVerification
{
    public static async Task<VerifyAuditTrailResponse> RunAsync(ServiceDb db, CancellationToken stop)
    {
        // The head is read first: entries that come while the check runs lie behind it and are left for the next check.
        var head = await db.LedgerHeads.AsNoTracking().SingleAsync(stop);
        var hash = new byte[32];
        var answer = new VerifyAuditTrailResponse { Intact = true };
        await foreach (var row in db.AuditEntries.AsNoTracking().Where(e => e.Sequence <= head.AuditSequence).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (row.Sequence != answer.CheckedCount + 1)
                return Broken(answer, answer.CheckedCount + 1, "is missing");
            if (!row.Hash.AsSpan().SequenceEqual(AuditChain.HashOf(hash, row)))
                return Broken(answer, row.Sequence, "was altered");
            hash = row.Hash;
            answer.CheckedCount++;
        }
        if (answer.CheckedCount < head.AuditSequence)
            return Broken(answer, answer.CheckedCount + 1, "and all behind it were cut off");
        if (!hash.AsSpan().SequenceEqual(head.AuditHash))
            return Broken(answer, head.AuditSequence, "does not lead to the recorded head");
        answer.LastHash = Convert.ToHexStringLower(hash);
        return answer;
    }

    private static VerifyAuditTrailResponse Broken(VerifyAuditTrailResponse answer, long sequence, string finding)
    {
        answer.Intact = false;
        answer.BrokenSequence = sequence;
        answer.Finding = $"Entry {sequence} {finding}.";
        return answer;
    }
}
