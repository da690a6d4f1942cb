using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DocumentNumbers;

public sealed class VoidDocumentNumberTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_voided_number_stays_in_the_register_and_its_document_is_cancelled(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        var request = new VoidDocumentNumberRequest { Number = (await on.GetAsync()).DocumentNumber, Reason = "重复行文", RequestId = Guid.NewGuid().ToString() };

        var answer = await on.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(request);

        (answer.DocumentNumber.VoidReason, answer.DocumentNumber.OutgoingDocument).ShouldBe(("重复行文", on.Name));
        answer.DocumentNumber.VoidTime.ShouldNotBeNull();
        (await on.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(request)).ShouldBe(answer);
        var document = await on.GetAsync();
        (document.State, document.DocumentNumber).ShouldBe((OutgoingDocumentState.Cancelled, request.Number));
        (await on.MatterAsync()).State.ShouldBe(MatterState.Terminated);
        await Refused.ForAsync("NUMBER_NOT_FOUND", on.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(new VoidDocumentNumberRequest { Number = request.Number, Reason = "再作废" }));
        foreach (var refused in new[] { () => on.DoAsync("print"), () => on.DoAsync("draft") })
            await Refused.ForAsync("WRONG_STATE", refused);
    }

    [Theory, EveryDatabase]
    public async Task Who_does_not_hold_the_matter_voids_nothing(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        var request = new VoidDocumentNumberRequest { Number = (await on.GetAsync()).DocumentNumber, Reason = "重复行文" };
        await Refused.ForAsync("NOT_THE_HOLDER", on.NumbersAs(Office.OfficeDirector).VoidDocumentNumberAsync(request));
        await Refused.ForAsync("PERMISSION_DENIED", on.NumbersAs(Office.Staff).VoidDocumentNumberAsync(request));
        (await Refused.ForAsync("NUMBER_NOT_FOUND", on.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(new VoidDocumentNumberRequest { Number = "民发〔1999〕1号", Reason = "无" }))).Metadata["number"].ShouldBe("民发〔1999〕1号");
    }

    [Theory, EveryDatabase]
    public async Task What_was_dispatched_keeps_its_number(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatched");
        var request = new VoidDocumentNumberRequest { Number = (await on.GetAsync()).DocumentNumber, Reason = "重复行文" };
        await Refused.ForAsync("NOT_UNDER_WAY", on.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(request));
    }

    // Its matter was terminated and the document with it: the register follows.
    [Theory, EveryDatabase]
    public async Task The_number_of_a_cancelled_document_is_voided_afterwards(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        await on.MattersAs(Office.Staff).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "情况有变" });
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Cancelled);
        var request = new VoidDocumentNumberRequest { Number = (await on.GetAsync()).DocumentNumber, Reason = "公文已终止" };
        (await on.NumbersAs(Office.Clerk).VoidDocumentNumberAsync(request)).DocumentNumber.VoidTime.ShouldNotBeNull();
    }

    // Rulebook case 37.
    [Theory, EveryDatabase]
    public async Task After_a_voided_number_comes_the_next_and_each_year_and_code_begins_anew(StoreKind store)
    {
        var clock = new ShiftedClock();
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var year = DraftUnderway.Today.Year;
        var documents = new List<DraftUnderway>();
        for (var i = 0; i < 5; i++)
            documents.Add(await DraftUnderway.AtAsync(suite, "register"));
        var clerk = suite.As("document", Office.Clerk);
        (await RegisterAsync(clerk, documents[0], "民发")).ShouldBe($"民发〔{year}〕1号");
        (await RegisterAsync(clerk, documents[1], "民发")).ShouldBe($"民发〔{year}〕2号");
        await documents[1].NumbersAs(Office.Clerk).VoidDocumentNumberAsync(new VoidDocumentNumberRequest { Number = $"民发〔{year}〕2号", Reason = "作废" });
        (await RegisterAsync(clerk, documents[2], "民发")).ShouldBe($"民发〔{year}〕3号");
        (await RegisterAsync(clerk, documents[3], "民函")).ShouldBe($"民函〔{year}〕1号");

        var newYear = new DateTimeOffset(year + 1, 1, 4, 2, 0, 0, TimeSpan.Zero);
        clock.Shift = newYear - TimeProvider.System.GetUtcNow();
        clerk = suite.CallWith("document", $"Bearer {suite.Issuer.Sign(new TokenOf(Office.Clerk) { Roles = [Role.Clerk], IssuedAt = newYear })}");
        (await RegisterAsync(clerk, documents[4], "民发")).ShouldBe($"民发〔{year + 1}〕1号");

        var register = await new DocumentNumberService.DocumentNumberServiceClient(clerk).ListDocumentNumbersAsync(new ListDocumentNumbersRequest { OrganCode = "民发", Year = year });
        register.DocumentNumbers.Select(n => (n.Sequence, n.VoidReason)).ShouldBe([(1L, ""), (2L, "作废"), (3L, "")]);
        register.MissingSequences.ShouldBeEmpty();
    }

    private static async Task<string> RegisterAsync(Grpc.Core.CallInvoker clerk, DraftUnderway on, string code) =>
        (await new OutgoingHandlingService.OutgoingHandlingServiceClient(clerk).RegisterOutgoingDocumentAsync(on.Registration(code))).OutgoingDocument.DocumentNumber;
}
