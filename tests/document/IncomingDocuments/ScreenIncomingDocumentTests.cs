using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class ScreenIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_screens_once_and_passes_it_to_the_office_director(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.Clerk, async (person, etag, requestId) =>
        {
            var screening = on.Screening();
            (screening.MatterEtag, screening.RequestId) = (etag, requestId);
            return (await on.HandlingAs(person).ScreenIncomingDocumentAsync(screening)).Matter;
        }, notFound: "INCOMING_DOCUMENT_NOT_FOUND");
        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("propose", "posts/office-director"));
        var handling = (await on.GetDocumentAsync()).Handling;
        (handling.Kind, handling.Checks).ShouldBe((HandlingKind.ForAction, on.Screening().Checks));
    }

    [Theory, EveryDatabase]
    public async Task What_fails_goes_back_to_its_sender_with_the_reason(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);

        var answer = await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(Failing(on, "越级行文，请按程序报送。"));

        (answer.IncomingDocument.State, answer.Matter.State).ShouldBe((IncomingDocumentState.ReturnedToSender, MatterState.Terminated));
        answer.IncomingDocument.Handling.ReturnReason.ShouldBe("越级行文，请按程序报送。");
        (await on.ActsAsync())[^1].Opinion.ShouldBe("越级行文，请按程序报送。");
        (await on.GetDocumentAsync()).ShouldBe(answer.IncomingDocument);
        await Refused.ForAsync("WRONG_STATE", on.HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = on.Document }));
    }

    // Rulebook case 52.
    [Theory, EveryDatabase]
    public async Task What_fails_without_a_reason_is_refused_by_the_rule(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(Failing(on, " ")))).ShouldBe(["DOC-I03 第24条(三)"]);
        (await on.GetDocumentAsync()).State.ShouldBe(IncomingDocumentState.InProgress);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_returns_it_to_its_sender_once_it_has_passed(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await Refused.ForAsync("NOT_THE_HOLDER", on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(Failing(on, "退回。")));
        await Refused.ForAsync("STEP_NEEDS_FORM", on.HandlingAs(Office.OfficeDirector).ScreenIncomingDocumentAsync(Failing(on, "退回。")));
        (await on.GetDocumentAsync()).State.ShouldBe(IncomingDocumentState.InProgress);
    }

    [Theory, EveryDatabase]
    public async Task What_is_for_information_is_served_to_its_readers_and_waits_with_the_clerk(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);

        var matter = (await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/director", "posts/section-chief"))).Matter;

        (matter.Step, matter.HolderPost).ShouldBe(("close", "posts/clerk"));
        (await on.ActsAsync()).Select(a => a.Verb).ShouldBe([Verb.Start, Verb.Circulate, Verb.Agree]);
        (await on.GetDocumentAsync(Office.SectionChief)).Readers.ShouldContain("posts/section-chief");
    }

    [Theory, EveryDatabase]
    public async Task Screened_again_it_is_served_only_to_further_readers(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/director"));
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Reason = "补充阅知范围。" });

        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/director", "people/section-chief"));

        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter });
        ledger.Readings.Select(r => r.Task.Person).ShouldBe(["people/director", "people/section-chief"]);
    }

    [Theory, EveryDatabase]
    public async Task It_is_decided_what_it_is_for_and_who_is_to_know_it(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        var undecided = on.Screening();
        undecided.Kind = HandlingKind.Unspecified;
        await Refused.ForAsync("INCOMPLETE", on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(undecided));
        var withoutReaders = on.Screening();
        withoutReaders.Kind = HandlingKind.ForInformation;
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(withoutReaders))).ShouldBe(["DOC-I04 第24条(四)"]);
        await Refused.ForAsync("UNKNOWN_READER", on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening("people/nobody")));
    }

    private static ScreenIncomingDocumentRequest Failing(DocumentUnderway on, string reason)
    {
        var screening = on.Screening();
        screening.Checks.RoutingRulesKept = false;
        screening.Opinion = reason;
        return screening;
    }
}
