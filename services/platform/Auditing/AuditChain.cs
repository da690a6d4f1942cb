using System.Diagnostics;
using System.Security.Cryptography;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Platform.Auditing;

/// <summary>Each entry's hash covers the hash before it, so that nothing in between can be altered or removed unseen.</summary>
internal static class AuditChain
{
    public static AuditRow Next(LedgerHead head, DateTimeOffset now, Writer writer, string resource, int code, string reason)
    {
        var row = new AuditRow
        {
            Sequence = head.AuditSequence + 1,
            Time = now,
            Account = writer.Account,
            Post = writer.Post,
            Method = writer.Method,
            Resource = resource,
            Code = code,
            Reason = reason,
            TraceId = Activity.Current?.TraceId.ToString() ?? "",
            Hash = [],
        };
        row.Hash = HashOf(head.AuditHash, row);
        return row;
    }

    public static byte[] HashOf(byte[] before, AuditRow row)
    {
        // Protobuf writes the fields in the order of their numbers, so equal entries are equal bytes.
        var content = ToProto(row);
        content.Hash = "";
        var bytes = new byte[before.Length + content.CalculateSize()];
        before.CopyTo(bytes, 0);
        content.WriteTo(bytes.AsSpan(before.Length));
        return SHA256.HashData(bytes);
    }

    public static AuditEntry ToProto(AuditRow row) => new()
    {
        Sequence = row.Sequence,
        Time = Timestamp.FromDateTimeOffset(row.Time),
        Account = row.Account,
        Post = row.Post,
        Method = row.Method,
        Resource = row.Resource,
        Code = row.Code,
        Reason = row.Reason,
        TraceId = row.TraceId,
        Hash = Convert.ToHexStringLower(row.Hash),
    };
}
