using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Regulations.Secrecy;
using Backoffice.Typesetting.Marking;
using Google.Protobuf;

namespace Backoffice.Document.Secrecy;

/// <summary>水印: the viewer's name over what the viewer gets of a marked document. What is stored stays as it is.</summary>
internal sealed class ViewerMark(DocumentOptions options, PdfWatermark pdf, Caller caller, OfficeClock clock)
{
    private const string Pdf = "application/pdf";

    /// <summary>What stands over the copies of the caller; empty for nothing. On state secrets it always does.</summary>
    public string Of(SecrecyLevel level) => level.IsStateSecret() || options.WatermarkedLevels.Contains(level)
        ? options.Watermark.Replace("{name}", caller.DisplayName, StringComparison.Ordinal).Replace("{account}", caller.Account, StringComparison.Ordinal)
            .Replace("{time}", clock.AtOffice(clock.Now).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        : "";

    /// <summary>A PDF as the caller gets it.</summary>
    /// <param name="text">What stands over it; empty for nothing.</param>
    /// <param name="across">What became of the document, such as 已撤销; where both are empty it is left as it is.</param>
    /// <exception cref="Platform.Errors.Refusal">FILE_NOT_MARKED: it cannot be copied.</exception>
    public byte[] Copy(string name, ReadOnlyMemory<byte> content, string text, string across = "")
    {
        if (text.Length == 0 && across.Length == 0)
            return content.ToArray();
        try
        {
            return pdf.Copy(content, text, across);
        }
        catch (FileNotMarkedException e)
        {
            throw DocumentErrors.FileNotMarked(name, e.Message);
        }
    }

    /// <summary>A file that is kept, as the caller gets it: a PDF of a marked document is a copy with the mark, everything else as it is.</summary>
    /// <param name="across">What became of the document, for the page of one that is no longer in force.</param>
    public async Task<(Stream Content, string Watermark)> FileAsync(IBlobStore blobs, string sha256, string name, string mediaType, SecrecyLevel level, string across, CancellationToken stop)
    {
        var content = await blobs.OpenAsync(sha256, stop) ?? throw DocumentErrors.ContentMissing(name);
        if (mediaType != Pdf)
            return (content, "");
        var text = Of(level);
        if (text.Length == 0 && across.Length == 0)
            return (content, "");
        await using (content)
            return (new MemoryStream(Copy(name, (await ByteString.FromStreamAsync(content, stop)).Memory, text, across)), text);
    }
}
