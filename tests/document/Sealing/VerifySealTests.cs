using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class VerifySealTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task A_seal_is_found_good_and_a_changed_or_added_byte_is_found(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        var print = await applied.PdfAsync();
        await applied.SealedAsync();
        var pdf = await applied.PdfAsync();
        async Task<VerifySealResponse> VerifyAsync(byte[] content) => await house.SealingAs(Office.Clerk).VerifySealAsync(new VerifySealRequest { Content = ByteString.CopyFrom(content) });

        var good = await VerifyAsync(pdf);
        good.Valid.ShouldBeTrue();
        good.Notice.ShouldContain("不具有法律效力");
        good.Signatures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.ByProvider.ShouldBeTrue(), s => s.CoversFile.ShouldBeTrue(), s => s.Intact.ShouldBeTrue());
        var changed = pdf.ToArray();
        changed[pdf.Length / 3] ^= 1;
        (await VerifyAsync(changed)).Valid.ShouldBeFalse();
        (await VerifyAsync([.. pdf, .. "\n"u8])).Valid.ShouldBeFalse();
        var unsigned = await VerifyAsync(print);
        (unsigned.Valid, unsigned.Signatures.Count).ShouldBe((false, 0));
        // The receiving organ verifies too.
        (await house.SealingAs(Office.County).VerifySealAsync(new VerifySealRequest { Content = ByteString.CopyFrom(pdf) })).Valid.ShouldBeTrue();
    }
}
