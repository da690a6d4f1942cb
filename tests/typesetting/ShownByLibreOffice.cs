using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Docx;
using Backoffice.Typesetting.Pdf;

namespace Backoffice.Typesetting.Tests;

/// <summary>All samples as our PDF and as what LibreOffice makes of the DOCX; made once for a class of tests.</summary>
public sealed class ShownByLibreOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backoffice-places-");
    private bool _isMade;

    public static IReadOnlyDictionary<string, OfficialDocument> Shown { get; } = new Dictionary<string, OfficialDocument>(Samples.All) { ["in-words"] = Samples.InWords };

    /// <summary>Paths of both; skips where LibreOffice is not installed.</summary>
    public (string Ours, string Theirs) Of(string sample)
    {
        if (!_isMade)
        {
            foreach (var (name, document) in Shown)
            {
                var laid = Setters.Lay(document);
                File.WriteAllBytes(Path.Combine(_folder.FullName, $"{name}.docx"), new DocxWriter(Setters.Shelf).Write(laid));
                File.WriteAllBytes(Path.Combine(_folder.FullName, $"{name}-ours.pdf"), new PdfWriter(Setters.Shelf).Write(laid));
            }
            Setters.Run("soffice", [$"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, .. Directory.GetFiles(_folder.FullName, "*.docx")]);
            _isMade = true;
        }
        return (Path.Combine(_folder.FullName, $"{sample}-ours.pdf"), Path.Combine(_folder.FullName, $"{sample}.pdf"));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
