using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class RecheckOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_registrar_rechecks_what_was_signed(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");
        await StepOfHolder.IsAsync(on, Office.Clerk, async (person, etag, id) =>
        {
            var request = on.Recheck();
            (request.MatterEtag, request.RequestId, request.Opinion) = (etag, id, "手续完备。");
            return (await on.HandlingAs(person).RecheckOutgoingDocumentAsync(request)).Matter;
        });
        (await on.MatterAsync()).Step.ShouldBe("register");
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Signed);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_signed_is_not_rechecked(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "section-review");
        (await Breaches.OfAsync(on.HandlingAs(Office.SectionChief).RecheckOutgoingDocumentAsync(on.Recheck()))).ShouldContain("DOC-D06 第22条");
        var draft = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await Refused.ForAsync("NOT_UNDER_WAY", draft.HandlingAs(Office.Staff).RecheckOutgoingDocumentAsync(draft.Recheck()));
    }

    // Changed to go upward after a deputy signed it, by whatever name: only the principal head's signature carries it.
    [Theory, EveryDatabase]
    public async Task It_finds_what_an_editorial_change_has_spoilt(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");
        await on.As(Office.Clerk).UpdateOutgoingDocumentAsync(await on.ChangeAsync("direction", d => d.Direction = RoutingDirection.Upward, ChangeKind.Editorial));
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).RecheckOutgoingDocumentAsync(on.Recheck()))).ShouldBe(["DOC-D06 第22条"]);
    }

    // Once numbered, sent back to the signer and signed anew, it goes on with the number it has (rules DOC-O01, DOC-O02).
    [Theory, EveryDatabase]
    public async Task Returned_to_the_signer_after_it_was_numbered_it_is_rechecked_again_and_keeps_its_number(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatch");
        var before = await on.GetAsync();
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "sign", Reason = "领导要求修改" });
        await on.As(Office.DeputyDirector).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body += "\n三、加强检查。", ChangeKind.Substantive));
        // The print of the text before shows it no longer.
        (await on.PagesAs(Office.Clerk).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf })).Printed.ShouldBeFalse();
        await on.DoAsync("sign");
        (await on.GetAsync()).Findings.ShouldNotContain(f => f.RuleId == "DOC-O02");

        foreach (var step in (string[])["recheck", "register", "print", "dispatch"])
            await on.DoAsync(step);

        var after = await on.GetAsync();
        (after.DocumentNumber, after.State).ShouldBe((before.DocumentNumber, OutgoingDocumentState.Dispatched));
        after.PrintSha256.ShouldNotBe(before.PrintSha256);
    }
}
