using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Typesetting.Pdf;
using Backoffice.Typesetting.Seals;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests.Seals;

public sealed class PdfSealerTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public PdfSealerTests() => Setters.NeedsChineseFonts();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task The_signature_is_found_good_by_another_program_and_covers_the_whole_file()
    {
        var pdf = await SealedAsync();
        var signature = PdfSignatures.Read(pdf).ShouldHaveSingleItem();
        (signature.Intact, signature.CoversFile, signature.SignerName).ShouldBe((true, true, "江州市民政局"));
        await File.WriteAllBytesAsync(_file, pdf, TestContext.Current.CancellationToken);
        var said = Setters.Run("pdfsig", "-nocert", _file);
        said.ShouldContain("Signature is Valid.");
        said.ShouldContain("Total document signed");
        Setters.Run("pdftotext", "-raw", _file, "-").ShouldContain("测试印章");
    }

    [Fact]
    public async Task A_byte_that_was_changed_is_found_wherever_it_is()
    {
        var pdf = await SealedAsync();
        var signature = pdf.AsSpan().IndexOf("/ByteRange"u8);
        foreach (var at in new[] { 20, signature - 3, pdf.Length - 30 })
        {
            var changed = pdf.ToArray();
            changed[at] ^= 1;
            PdfSignatures.Read(changed).ShouldNotContain(s => s.Intact && s.CoversFile, $"byte {at}");
        }
        // What is written behind the end is not covered.
        PdfSignatures.Read([.. pdf, .. "\n%more"u8]).ShouldHaveSingleItem().CoversFile.ShouldBeFalse();
    }

    [Fact]
    public void A_file_without_a_signature_has_none_and_garbage_is_no_signature()
    {
        PdfSignatures.Read(new PdfWriter(Setters.Shelf).Write(Setters.Lay(Samples.Letter))).ShouldBeEmpty();
        foreach (var garbage in (string[])["/ByteRange [0 5 900 1]", "/ByteRange [0 31 33 0]xxxxxxxxxx<zz>", "/ByteRange [5 1 7 1]<00>...", "/ByteRange [0 24 32 3]..<300200>..."])
            PdfSignatures.Read(System.Text.Encoding.ASCII.GetBytes(garbage)).ShouldNotContain(s => s.Intact);
    }

    // 7.3.5.1: 42 mm across, in red, its middle over the name of the organ and the date.
    [Fact]
    public async Task The_seal_stands_where_the_layout_wants_it()
    {
        await File.WriteAllBytesAsync(_file, await SealedAsync(), TestContext.Current.CancellationToken);
        var (page, place) = Setters.Lay(Samples.Notice).Pages.SelectMany(p => p.Seals.Select(s => (p.Number, s))).ShouldHaveSingleItem();
        const double perMillimetre = 100 / 25.4;
        Setters.Run("pdftoppm", "-r", "100", "-f", $"{page}", "-l", $"{page}", "-singlefile", "-png", _file, _file);
        using var image = SkiaSharp.SKBitmap.Decode($"{_file}.png");
        File.Delete($"{_file}.png");
        var red = Enumerable.Range(0, image.Width).SelectMany(x => Enumerable.Range(0, image.Height).Select(y => (X: x / perMillimetre, Y: y / perMillimetre, Colour: image.GetPixel(x, y))))
            .Where(p => PrintedPage.IsRed(p.Colour)).ToList();
        ((red.Min(p => p.X) + red.Max(p => p.X)) / 2).ShouldBe(place.X, 1);
        ((red.Min(p => p.Y) + red.Max(p => p.Y)) / 2).ShouldBe(place.Y, 1);
        (red.Max(p => p.X) - red.Min(p => p.X)).ShouldBe(42, 1.5);
    }

    private static async Task<byte[]> SealedAsync()
    {
        var pages = Setters.Lay(Samples.Notice);
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=江州市民政局", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var spots = pages.Pages.SelectMany(p => p.Seals.Select(s => new SealSpot(p.Number, s.X, s.Y)));
        return await new PdfSealer(Setters.Shelf).SealAsync(new PdfWriter(Setters.Shelf).Write(pages), [new PlacedSeal(new SealImpression("江州市民政局", "测试印章", 42), [.. spots])], certificate, "用印");
    }
}
