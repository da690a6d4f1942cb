using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text.Json;
using Backoffice.Document.Tests.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Exchange;

public sealed class ExportDispatchPackageTests(Houses both)
{
    // Read by nothing of the suite's own: another installation may be of another make.
    [Theory, EveryDatabase]
    public async Task A_package_is_what_the_contract_says_and_the_same_each_time(StoreKind store)
    {
        var houses = await both.On(store);
        var sent = await houses.SendAsync();

        var package = await sent.PackageAsync();

        (await sent.PackageAsync()).ShouldBe(package);
        using var zip = new ZipArchive(new MemoryStream(package));
        zip.Entries.Select(e => e.FullName).ShouldBe(["manifest.json", "manifest.json.p7s", "files/001", "files/002"]);
        var manifest = Content(zip, "manifest.json");
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        cms.Decode(Content(zip, "manifest.json.p7s"));
        cms.CheckSignature(verifySignatureOnly: true);
        var known = await TwoHouses.PartnersOf(houses.Bureau).GetExchangeCertificateAsync(new GetExchangeCertificateRequest());
        Convert.ToHexStringLower(SHA256.HashData(cms.SignerInfos[0].Certificate!.RawData)).ShouldBe(known.CertificateSha256);

        var root = JsonDocument.Parse(manifest).RootElement;
        root.GetProperty("dispatchId").GetString().ShouldBe(sent.ToFinance.Name.Split('/')[3]);
        root.GetProperty("sender").GetProperty("creditCode").GetString().ShouldBe(TwoHouses.BureauCode);
        root.GetProperty("recipient").GetProperty("creditCode").GetString().ShouldBe(TwoHouses.FinanceCode);
        root.GetProperty("createTime").GetString().ShouldEndWith("Z");
        foreach (var file in root.GetProperty("files").EnumerateArray())
        {
            var content = Content(zip, file.GetProperty("path").GetString()!);
            file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
            file.GetProperty("sizeBytes").GetString().ShouldBe($"{content.Length}");
        }
        Content(zip, "files/001").AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Only_who_sees_the_ledger_makes_one_and_only_for_a_partner(StoreKind store)
    {
        var houses = await both.On(store);
        var sent = await houses.SendAsync();
        foreach (var (reason, name, by) in new[]
        {
            ("OUTGOING_DOCUMENT_NOT_FOUND", sent.ToFinance.Name, houses.Bureau.Call("document", "stranger", Role.Clerk)),
            ("PERMISSION_DENIED", sent.ToFinance.Name, houses.Bureau.As("document", Office.Staff)),
            ("PERMISSION_DENIED", sent.ToFinance.Name, houses.Bureau.As("document", Office.County)),
            ("DISPATCH_NOT_FOUND", $"{sent.On.Name}/dispatches/{Guid.NewGuid()}", houses.Bureau.As("document", Office.Clerk)),
            ("PARTNER_NOT_FOUND", sent.Ledger.Single(d => d.Organ == "市教育局").Name, houses.Bureau.As("document", Office.Clerk)),
            ("DISPATCH_RECEIVED_HERE", sent.Ledger.Single(d => d.Unit.Length > 0).Name, houses.Bureau.As("document", Office.Clerk)),
        })
            await Refused.ForAsync(reason, () => sent.PackageAsync(name, by));
    }

    [Theory, EveryDatabase]
    public async Task One_that_is_too_large_is_told(StoreKind store)
    {
        var houses = await both.On(store);
        var large = new byte[9 << 20];
        Array.Fill(large, (byte)'a');
        var sent = await houses.SendAsync(Attached.Listing("一", "二"), async on =>
        {
            foreach (var name in new[] { "一.txt", "二.txt" })
                await on.FilesAs(houses.Bureau, DraftUnderway.Drafter).AddOutgoingAttachmentAsync(on.Adding(large, name));
        });
        await Refused.ForAsync("PACKAGE_TOO_LARGE", sent.PackageAsync);
    }

    private static byte[] Content(ZipArchive zip, string path)
    {
        using var content = new MemoryStream();
        using var entry = zip.GetEntry(path)!.Open();
        entry.CopyTo(content);
        return content.ToArray();
    }
}
