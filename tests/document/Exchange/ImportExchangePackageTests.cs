using System.IO.Compression;
using System.Text;
using Backoffice.Document.Exchange;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Exchange;

public sealed class ImportExchangePackageTests(Houses both)
{
    [Theory, EveryDatabase]
    public async Task The_same_package_again_is_the_same_document(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        var request = new ImportExchangePackageRequest { Content = ByteString.CopyFrom(package), RequestId = Guid.NewGuid().ToString() };
        var exchange = TwoHouses.ExchangeOf(houses.Finance);

        var first = await exchange.ImportExchangePackageAsync(request);

        (await exchange.ImportExchangePackageAsync(request)).ShouldBe(first);
        var again = await TwoHouses.TakeAsync(houses.Finance, package, Office.OfficeDirector);
        (again.Unchanged, again.IncomingDocument).ShouldBe((true, first.IncomingDocument));
        // Another under the same dispatch is not taken for it, whoever signed it.
        var changed = TwoHouses.Altered(package, m => m.Document.Title += "（修订）", houses.SignAsBureau);
        await Refused.ForAsync("PACKAGE_CHANGED", () => TwoHouses.TakeAsync(houses.Finance, changed));
        // To somebody who may not see the document, it is not told.
        var stranger = new Backoffice.Document.V1.ExchangeService.ExchangeServiceClient(houses.Finance.Call("document", "stranger", Backoffice.Options.V1.Role.Clerk));
        await Refused.ForAsync("SOURCE_TAKEN", stranger.ImportExchangePackageAsync(new ImportExchangePackageRequest { Content = request.Content }));
        await Refused.ForAsync("PERMISSION_DENIED", TwoHouses.ExchangeOf(houses.Finance, Office.Staff).ImportExchangePackageAsync(new ImportExchangePackageRequest { Content = request.Content }));
    }

    [Theory, EveryDatabase]
    public async Task Two_at_once_make_one_document(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TwoHouses.TakeAsync(houses.Finance, package)));
        taken.Select(t => t.IncomingDocument.Name).Distinct().ShouldHaveSingleItem();
        taken.Count(t => !t.Unchanged).ShouldBe(1);
    }

    // Each is signed by nobody who is believed, or by one who is for what it does not say.
    [Theory, EveryDatabase]
    public async Task What_no_partner_signed_is_refused(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        var read = ExchangePackage.Read(package);
        using var stranger = TwoHouses.CertificateOf("stranger");
        var forged = new Dictionary<string, byte[]>
        {
            ["a manifest changed after it was signed"] = TwoHouses.Altered(package, m => m.Document.Title = "关于拨付资金的通知", _ => read.Signature),
            ["no signature"] = (read with { Signature = "nothing"u8.ToArray() }).Write(),
            ["a signature over something else"] = (read with { Signature = houses.SignAsBureau("{}"u8.ToArray()) }).Write(),
            ["a stranger's"] = (read with { Signature = ManifestSignature.Make(read.Manifest, stranger) }).Write(),
            ["a partner's who is not the sender"] = (read with { Signature = houses.SignAsThird(read.Manifest) }).Write(),
            ["the receiver's own"] = (read with { Signature = houses.SignAsFinance(read.Manifest) }).Write(),
        };
        foreach (var (how, content) in forged)
            (await Refused.ForAsync("PACKAGE_NOT_TRUSTED", () => TwoHouses.TakeAsync(houses.Finance, content))).Metadata["why"].ShouldNotBeEmpty(how);
        await TwoHouses.TakeAsync(houses.Finance, package);
    }

    [Theory, EveryDatabase]
    public async Task What_is_damaged_is_refused(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        var read = ExchangePackage.Read(package);
        var other = new Dictionary<string, byte[]>(read.Files) { ["files/002"] = [.. read.Files["files/002"].Select(b => (byte)(b ^ 1))] };
        var damaged = new Dictionary<string, byte[]>
        {
            ["no archive"] = Encoding.UTF8.GetBytes("关于……的通知"),
            ["cut off"] = package[..(package.Length / 2)],
            ["without its signature"] = Zip((ExchangePackage.ManifestPath, read.Manifest)),
            ["a file changed"] = (read with { Files = other }).Write(),
            ["a file missing"] = (read with { Files = read.Files.Where(f => f.Key != "files/001").ToDictionary() }).Write(),
            ["a file nobody named"] = (read with { Files = new Dictionary<string, byte[]>(read.Files) { ["../../evil.sh"] = "#!/bin/sh"u8.ToArray() } }).Write(),
            ["two files of one name"] = Zip([.. Entries(read), ("files/002", read.Files["files/002"])]),
            ["a bomb"] = Zip([.. Entries(read), ("files/003", new byte[100 << 20])]),
            ["a bomb for a manifest"] = Zip((ExchangePackage.ManifestPath, new byte[64 << 20]), (ExchangePackage.SignaturePath, read.Signature)),
            ["without a page"] = TwoHouses.Altered((read with { Files = read.Files.Where(f => f.Key != "files/001").ToDictionary() }).Write(), m => m.Files.RemoveAt(0), houses.SignAsBureau),
            ["a page that is none"] = TwoHouses.Altered(package, m => (m.Files[0].Role, m.Files[1].Role) = (ExchangedFileRole.Text, ExchangedFileRole.Page), houses.SignAsBureau),
            ["no document in it"] = TwoHouses.Altered(package, m => m.Document = null, houses.SignAsBureau),
            ["of no kind"] = TwoHouses.Altered(package, m => m.Kind = ExchangeKind.Unspecified, houses.SignAsBureau),
        };
        foreach (var (how, content) in damaged)
            (await Refused.ReasonOfAsync(TwoHouses.ExchangeOf(houses.Finance).ImportExchangePackageAsync(new ImportExchangePackageRequest { Content = ByteString.CopyFrom(content) }))).ShouldBe("PACKAGE_DAMAGED", how);
        await TwoHouses.TakeAsync(houses.Finance, package);
    }

    // A partner is believed about who it is, not about what may be done here.
    [Theory, EveryDatabase]
    public async Task A_partner_is_held_to_the_rules_of_the_house(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        foreach (var (change, reason) in new (Action<ExchangeManifest>, string)[]
        {
            (m => m.Recipient.CreditCode = TwoHouses.ThirdCode, "WRONG_RECIPIENT"),
            (m => m.Files[0].Path = "../../etc/passwd", "INVALID_REQUEST"),
            (m => m.Files[0].FileName = "../../etc/passwd", "INVALID_REQUEST"),
            (m => m.Format = "backoffice-exchange/9", "INVALID_REQUEST"),
            (m => m.DispatchId = "1", "INVALID_REQUEST"),
            (m => m.Document.Title = "", "INVALID_REQUEST"),
            (m => m.Document.MainRecipients = new string('市', 2001), "INVALID_REQUEST"),
            (m => m.Document.FinalDate = new Google.Type.Date { Year = 2026, Month = 13, Day = 40 }, "INVALID_REQUEST"),
        })
            await Refused.ForAsync(reason, () => TwoHouses.TakeAsync(houses.Finance, TwoHouses.Altered(package, change, houses.SignAsBureau)));
    }

    // 保密法 第31条: not a byte of it stays.
    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_before_anything_of_it_is_kept(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        var secret = Encoding.UTF8.GetBytes($"机密★5年\n{Guid.NewGuid()}");
        var (title, text) = (TwoHouses.Altered(package, m => m.Document.Title = "秘密★ 关于……的通知", houses.SignAsBureau), WithFile(houses, package, "files/002", secret, m => m.Files[1]));
        var attached = WithFile(houses, package, "files/003", secret, m =>
        {
            m.Files.Add(new ExchangedFile { Path = "files/003", Role = ExchangedFileRole.Attachment, FileName = "附件.txt", MediaType = "text/plain" });
            return m.Files[2];
        });
        foreach (var (content, field) in new[] { (title, "title"), (text, "content"), (attached, "content") })
            (await Refused.ForAsync("STATE_SECRET_REFUSED", () => TwoHouses.TakeAsync(houses.Finance, content))).Metadata["field"].ShouldBe(field);
        var blobs = houses.Finance.Services("document").GetRequiredService<IBlobStore>();
        (await blobs.OpenAsync(ExchangePackage.Sha256Of(secret), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Files_of_a_kind_that_is_not_kept_are_refused(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        var script = WithFile(houses, package, "files/003", "#!/bin/sh\n"u8.ToArray(), m =>
        {
            m.Files.Add(new ExchangedFile { Path = "files/003", Role = ExchangedFileRole.Attachment, FileName = "附件.txt", MediaType = "text/plain" });
            return m.Files[2];
        });
        await Refused.ForAsync("FILE_REFUSED", () => TwoHouses.TakeAsync(houses.Finance, script));
    }

    private static byte[] WithFile(TwoHouses houses, byte[] package, string path, byte[] content, Func<ExchangeManifest, ExchangedFile> file)
    {
        var read = ExchangePackage.Read(package);
        var with = (read with { Files = new Dictionary<string, byte[]>(read.Files) { [path] = content } }).Write();
        return TwoHouses.Altered(with, m =>
        {
            var named = file(m);
            (named.SizeBytes, named.Sha256) = (content.Length, ExchangePackage.Sha256Of(content));
        }, houses.SignAsBureau);
    }

    private static IEnumerable<(string, byte[])> Entries(ExchangePackage package) =>
        [(ExchangePackage.ManifestPath, package.Manifest), (ExchangePackage.SignaturePath, package.Signature), .. package.Files.Select(f => (f.Key, f.Value))];

    private static byte[] Zip(params IEnumerable<(string Path, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }
}
