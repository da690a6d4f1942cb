using Backoffice.Document.V1;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>What could not be shown for lack of a font, as the contract's messages.</summary>
internal static class FontNotices
{
    public static IEnumerable<FontNotice> ToProto(this FontReport report) =>
    [
        .. report.Substitutions.Where(s => s.Used is not null).Select(s => new FontNotice { Wanted = s.Wanted, Used = s.Used!, Characters = s.Characters }),
        .. report.Missing.Select(m => new FontNotice { Characters = m.Character }),
    ];
}
