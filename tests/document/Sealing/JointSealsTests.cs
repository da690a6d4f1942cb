using Backoffice.Document.Tests.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

/// <summary>联合行文: each organ's own seal over its own name (条例 第9条(十三); GB/T 9704 7.3.5.1).</summary>
public sealed class JointSealsTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task Each_organ_has_an_application_and_a_seal_of_its_own_and_the_file_bears_all_of_them(StoreKind store)
    {
        var house = await houses.On(store);
        var (organ, on) = await PrintedAsync(house);
        var seal = await house.AnotherSealAsync(organ);
        var (own, other) = (await ApplyAsync(house, on, house.Seal.Name), await ApplyAsync(house, on, seal.Name));
        (await Refused.ForAsync("SEALING_UNDER_WAY", house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(on.Name, seal.Name)))).Metadata["application"].ShouldBe(other.Name);

        var first = await own.SealedAsync();
        // A seal that is kept here and not set keeps the document here.
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching()))).ShouldBe(["SEAL-06 第9条(十三)"]);
        await Refused.ForAsync("ALREADY_SEALED", house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(on.Name)));
        var second = await other.SealedAsync();

        second.PrintSha256.ShouldBe(first.PrintSha256);
        second.SealedSha256.ShouldNotBe(first.SealedSha256);
        var pdf = await other.PdfAsync();
        var verified = await house.SealingAs(Office.Staff).VerifySealAsync(new VerifySealRequest { Content = ByteString.CopyFrom(pdf) });
        verified.Valid.ShouldBeTrue();
        await on.DoAsync("dispatch");
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Dispatched);
    }

    [Theory, EveryDatabase]
    public async Task The_seal_that_was_set_last_is_taken_off_first(StoreKind store)
    {
        var house = await houses.On(store);
        var (organ, on) = await PrintedAsync(house);
        var seal = await house.AnotherSealAsync(organ);
        var first = await (await ApplyAsync(house, on, house.Seal.Name)).SealedAsync();
        var firstPdf = await RenderAsync(on);
        var second = await (await ApplyAsync(house, on, seal.Name)).SealedAsync();
        var keeper = house.SealingAs(SealedHouse.Keeper);
        (await Refused.ForAsync("SEAL_USE_STANDS", keeper.VoidSealUseAsync(new VoidSealUseRequest { Name = first.Name, Reason = "印迹不清" }))).Metadata["why"].ShouldContain(second.Name);

        await keeper.VoidSealUseAsync(new VoidSealUseRequest { Name = second.Name, Reason = "印迹不清" });

        (await RenderAsync(on)).ShouldBe(firstPdf);
        await (await ApplyAsync(house, on, seal.Name)).SealedAsync();
        await on.DoAsync("dispatch");
    }

    [Theory, EveryDatabase]
    public async Task What_bears_a_seal_is_not_changed_when_it_was_returned(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        var use = await applied.SealedAsync();
        await applied.On.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = applied.On.Matter, Step = "sign", Reason = "领导要求修改" });
        var change = await applied.On.ChangeAsync("body", d => d.Body += "\n三、加强检查。", ChangeKind.Substantive);
        (await Refused.ForAsync("ALREADY_SEALED", applied.On.As(Office.DeputyDirector).UpdateOutgoingDocumentAsync(change))).Metadata["use"].ShouldBe(use.Name);
        await house.SealingAs(SealedHouse.Keeper).VoidSealUseAsync(new VoidSealUseRequest { Name = use.Name, Reason = "公文修改" });
        await applied.On.As(Office.DeputyDirector).UpdateOutgoingDocumentAsync(await applied.On.ChangeAsync("body", d => d.Body += "\n三、加强检查。", ChangeKind.Substantive));
    }

    // An organ of its own for each test: the register is one for all of them.
    private static async Task<(string Organ, DraftUnderway On)> PrintedAsync(SealedHouse house)
    {
        var organ = $"市{Guid.NewGuid().ToString("N")[..4]}局";
        var on = await DraftUnderway.AtAsync(house.Suite, "sign", JointDraft.Of(organ));
        await on.HandlingAs(Office.DeputyDirector).RecordJointSignatureAsync(JointDraft.Signature(on, organ));
        foreach (var step in (string[])["sign", "recheck", "register", "print"])
            await on.DoAsync(step);
        return (organ, on);
    }

    private static async Task<Applied> ApplyAsync(SealedHouse house, DraftUnderway on, string seal)
    {
        var made = await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(on.Name, seal));
        return new Applied(house, on, made.SealApplication.Name, made.Matter.Name);
    }

    private static async Task<ByteString> RenderAsync(DraftUnderway on) =>
        (await on.PagesAs(DraftUnderway.Drafter).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf })).Content;
}
