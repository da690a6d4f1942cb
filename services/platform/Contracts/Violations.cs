using Google.Rpc;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;

namespace Backoffice.Platform.Contracts;

/// <summary>What a message breaks, field by field, in English and Chinese. Never repeats the value that was sent.</summary>
internal sealed class Violations
{
    /// <summary>More violations help nobody and would make an answer of megabytes out of hostile input.</summary>
    private const int Most = 50;

    private readonly List<FieldViolation> _all = [];

    public IReadOnlyList<FieldViolation> All => _all;

    public bool Full => _all.Count >= Most;

    public void Required(string path) => Add(path, "REQUIRED", "is required", "必须填写");

    public void Add(string path, string reason, string english, string chinese)
    {
        if (Full)
            return;
        _all.Add(new FieldViolation
        {
            Field = path,
            Reason = reason,
            Description = english,
            LocalizedMessage = new LocalizedMessage { Locale = "zh-CN", Message = chinese },
        });
    }
}
