using System.Security.Cryptography;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class AffixSealTests(SealedHouses houses, DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_keeper_affixes_it_once_and_the_register_has_who_when_what_and_by_whose_approval(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await (await house.ApplyAsync()).ReviewedAsync();
        await Refused.ForAsync("NOT_THE_HOLDER", house.SealingAs(Office.OfficeDirector).AffixSealAsync(applied.Affixing));
        await house.SealingAs(Office.Director).ApproveSealApplicationAsync(applied.Approval);
        foreach (var person in new[] { DraftUnderway.Drafter, Office.OfficeDirector, Office.Director })
            await Refused.ForAsync("NOT_THE_HOLDER", house.SealingAs(person).AffixSealAsync(applied.Affixing));
        await Refused.ForAsync("SEAL_APPLICATION_NOT_FOUND", house.SealingAs(DraftUnderway.Outsider).AffixSealAsync(applied.Affixing));
        var print = await applied.On.GetAsync();
        var request = applied.Affixing;
        request.RequestId = Guid.NewGuid().ToString();

        var affixed = await house.SealingAs(SealedHouse.Keeper).AffixSealAsync(request);

        (await house.SealingAs(SealedHouse.Keeper).AffixSealAsync(request)).ShouldBe(affixed);
        var use = affixed.SealUse;
        (use.Custodian, use.CustodianPost, use.Approver, use.Applicant, use.CopyCount).ShouldBe(($"people/{SealedHouse.Keeper}", $"posts/{SealedHouse.Keeper}", "people/director", "people/staff", 12));
        (use.OutgoingDocument, use.DocumentNumber, use.PrintSha256, use.TestSeal).ShouldBe((applied.On.Name, print.DocumentNumber, print.PrintSha256, true));
        use.Notice.ShouldContain("测试印章");
        affixed.Matter.State.ShouldBe(MatterState.Completed);
        (await house.Suite.EventsAsync<SealAffixed>("document")).Count(e => e.SealUse == use.Name).ShouldBe(1);
        (await applied.ActsAsync()).Count(a => a.Step == "affix").ShouldBe(1);

        // What is given from now on is the sealed file; the print stays as it was frozen.
        var pdf = await applied.PdfAsync();
        Convert.ToHexStringLower(SHA256.HashData(pdf)).ShouldBe(use.SealedSha256);
        (await house.SealingAs(Office.Staff).VerifySealAsync(new VerifySealRequest { Content = ByteString.CopyFrom(pdf) })).Valid.ShouldBeTrue();
        (await applied.On.GetAsync()).PrintSha256.ShouldBe(print.PrintSha256);
        await Refused.ForAsync("ALREADY_SEALED", house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(applied.On.Name)));
        await Refused.ForAsync("ALREADY_SEALED", applied.On.HandlingAs(Office.Clerk).PrintOutgoingDocumentAsync(applied.On.Printing()));
    }

    [Theory, EveryDatabase]
    public async Task Where_a_seal_is_registered_nothing_goes_out_without_it(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        (await Breaches.OfAsync(applied.On.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(applied.On.Dispatching()))).ShouldBe(["SEAL-06 第9条(十三)"]);
        await applied.SealedAsync();
        await applied.On.DoAsync("dispatch");
        (await applied.On.GetAsync()).State.ShouldBe(OutgoingDocumentState.Dispatched);
        // Minutes bear none (条例 第9条(十三)).
        var minutes = DraftUnderway.Notice();
        (minutes.Genre, minutes.Title) = (DocumentGenre.Minutes, $"局长办公会议（{Guid.NewGuid():N}）纪要");
        (await (await DraftUnderway.AtAsync(house.Suite, "dispatched", minutes)).GetAsync()).State.ShouldBe(OutgoingDocumentState.Dispatched);
    }

    [Theory, EveryDatabase]
    public async Task A_text_other_than_the_one_that_was_applied_for_is_neither_approved_nor_sealed(StoreKind store)
    {
        var house = await houses.On(store);
        var (first, second) = (await (await house.ApplyAsync()).ReviewedAsync(), await (await house.ApplyAsync()).ApprovedAsync());
        await using var scope = house.Suite.Services("document").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        foreach (var applied in new[] { first, second })
        {
            // No rpc lets it: somebody with access to the records did.
            var id = Guid.Parse(applied.On.Name.Split('/')[1]);
            await db.Set<OutgoingText>().Where(t => t.DocumentId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Body, x => x.Body + "\n三、同意拨款。"), TestContext.Current.CancellationToken);
        }
        (await Breaches.OfAsync(house.SealingAs(Office.Director).ApproveSealApplicationAsync(first.Approval))).ShouldBe(["SEAL-05 "]);
        (await Breaches.OfAsync(house.SealingAs(SealedHouse.Keeper).AffixSealAsync(second.Affixing))).ShouldBe(["SEAL-05 "]);
        (await house.SealingAs(Office.Staff).ListSealUsesAsync(new ListSealUsesRequest { OutgoingDocument = second.On.Name })).SealUses.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_house_without_a_provider_seals_nothing_and_says_so(StoreKind store)
    {
        var sealing = new SealingService.SealingServiceClient((await suites.On(store)).As("document", Office.Staff));
        (await Refused.ForAsync("SEAL_PROVIDER_NOT_SET_UP", sealing.VerifySealAsync(new VerifySealRequest { Content = ByteString.CopyFromUtf8("%PDF-1.7") }))).Metadata["variable"].ShouldBe("Document__SealProvider");
    }
}
