using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class AnswerIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_lead_alone_answers_once_when_all_who_assist_have(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        var info = await Refused.ForAsync("WAITING_FOR_OTHERS", on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(on.Result()));
        info.Metadata["others"].ShouldBe("finance-chief");
        await Refused.ForAsync("NOT_THE_HOLDER", on.HandlingAs(DocumentUnderway.Assistant).AnswerIncomingDocumentAsync(on.Result()));
        await on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });

        await HolderAlone.MayAsync(on, DocumentUnderway.Lead, async (person, etag, requestId) =>
        {
            var result = on.Result();
            (result.MatterEtag, result.RequestId) = (etag, requestId);
            return (await on.HandlingAs(person).AnswerIncomingDocumentAsync(result)).Matter;
        }, notFound: "INCOMING_DOCUMENT_NOT_FOUND");

        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("close", "posts/clerk"));
        var handling = (await on.GetDocumentAsync()).Handling;
        (handling.Result, handling.Answer).ShouldBe((on.Result().Result, on.Result().Answer));
    }

    [Theory, EveryDatabase]
    public async Task What_is_refused_leaves_no_result_behind(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        var before = await on.GetDocumentAsync();
        await Refused.ForAsync("WAITING_FOR_OTHERS", on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(on.Result()));
        (await on.GetDocumentAsync()).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task A_deputy_answers_in_the_name_of_both(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(
            new ProposeHandlingRequest { Name = on.Document, Opinion = "请承办。", Plan = new HandlingPlan { LeadPost = WiderOffice.DelegatedPost } });

        (await on.HandlingAs(Office.FinanceChief).AnswerIncomingDocumentAsync(on.Result())).Matter.Step.ShouldBe("close");

        var actor = (await on.ActsAsync())[^1].Actor;
        (actor.Person, actor.Post, actor.OnBehalfOf).ShouldBe(("people/finance-chief", "posts/finance-chief", WiderOffice.DelegatedPost));
    }

    [Theory, EveryDatabase]
    public async Task At_another_step_it_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await Refused.ForAsync("STEP_NEEDS_FORM", on.HandlingAs(Office.OfficeDirector).AnswerIncomingDocumentAsync(on.Result()));
    }
}
