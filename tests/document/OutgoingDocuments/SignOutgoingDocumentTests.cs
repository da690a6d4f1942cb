using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class SignOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_deputy_signs_an_ordinary_document_with_name_and_date(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
        await StepOfHolder.IsAsync(on, Office.DeputyDirector, async (person, etag, id) =>
        {
            var request = on.Signature();
            (request.MatterEtag, request.RequestId) = (etag, id);
            return (await on.HandlingAs(person).SignOutgoingDocumentAsync(request)).Matter;
        });
        var signed = await on.GetAsync();
        signed.State.ShouldBe(OutgoingDocumentState.Signed);
        signed.SignerNames.ShouldBe([Office.DeputyDirector]);
        signed.FinalDate.ShouldBe(DraftUnderway.Today);
        (await on.MatterAsync()).Step.ShouldBe("recheck");
    }

    // Rulebook case 31: a circle or a bare signature is agreement (条例 第22条).
    [Theory, EveryDatabase]
    public async Task The_form_of_the_mark_is_kept(StoreKind store)
    {
        foreach (var (form, opinion, kept) in new[]
            { (OpinionForm.Circled, "", OpinionForm.Circled), (OpinionForm.Unspecified, "", OpinionForm.Signed), (OpinionForm.Unspecified, "同意。", OpinionForm.Text) })
        {
            var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
            var request = on.Signature(opinion);
            request.Form = form;
            await on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(request);
            var act = (await on.ActsAsync())[^1];
            (act.Verb, act.OpinionForm, act.Opinion).ShouldBe((Verb.Agree, kept, opinion));
        }
    }

    // Rulebook case 31.
    [Theory, EveryDatabase]
    public async Task Without_the_complete_date_of_the_day_it_is_no_signature(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
        var request = on.Signature();
        request.SignDate = null;
        (await Refused.FieldsOfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(request))).ShouldBe(["sign_date"]);
        request.SignDate = new() { Year = DraftUnderway.Today.Year, Month = DraftUnderway.Today.Month };
        (await Refused.FieldsOfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(request))).ShouldBe(["sign_date"]);
        request.SignDate = new() { Year = 2026, Month = 1, Day = 31 };
        (await Refused.ForAsync("SIGN_DATE", on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(request))).Metadata["stated"].ShouldBe("2026-01-31");
    }

    // Rulebook case 26.
    [Theory, EveryDatabase]
    public async Task Before_the_office_has_reviewed_nobody_signs(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "section-review");
        (await Breaches.OfAsync(on.HandlingAs(Office.SectionChief).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D03 第20条", "DOC-D06 第22条"], ignoreOrder: true);
        (await on.GetAsync()).SignerNames.ShouldBeEmpty();
    }

    // Rules DOC-D01 and DOC-R13.
    [Theory, EveryDatabase]
    public async Task What_touches_the_powers_of_others_is_not_signed_before_they_were_asked(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.ConcernedOrgans.Add("规划财务科");
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign", draft);
        (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D01 第19条(六)"]);
        await on.MattersAs(Office.DeputyDirector).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "section-review", Reason = "请会签" });
        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Posts = { DraftUnderway.PostOf(Office.FinanceChief) } });
        await on.MattersAs(Office.FinanceChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });
        await on.DoAsync("office-review");
        await on.DoAsync("sign");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_signs_the_own_draft_nor_what_was_not_seen(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
        var request = on.Signature();
        request.SeenSha256 = new string('0', 64);
        await Refused.ForAsync("CONTENT_CHANGED", on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(request));
        await on.MattersAs(Office.DeputyDirector).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = DraftUnderway.PostOf(Office.Staff), Reason = "代签" });
        (await Breaches.OfAsync(on.HandlingAs(Office.Staff).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D06 第22条"]);
    }

    // Returned for another look without a change, the new signature stands for the old one.
    [Theory, EveryDatabase]
    public async Task Signed_again_the_later_signature_stands(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "sign", Reason = "请再阅" });
        await on.MattersAs(Office.DeputyDirector).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = DraftUnderway.PostOf(Office.Director), Reason = "请局长签发" });
        await on.DoAsync("sign");
        (await on.GetAsync()).SignerNames.ShouldBe([Office.Director]);
        await on.DoAsync("recheck");
    }

    // Rulebook case 30.
    [Theory, EveryDatabase]
    public async Task Upward_a_deputy_signs_only_when_appointed_acting_head(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, directory: Deputised(appointment: "", version: 1));
        var on = await DraftUnderway.AtAsync(suite, "sign", DraftUnderway.Request());
        (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D06 第22条"]);

        await suite.PublishAsync(Deputised(appointment: "市委组〔2026〕8号", version: 2));
        await on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature());

        (await on.GetAsync()).SignerNames.ShouldBe([Office.DeputyDirector]);
        var actor = (await on.ActsAsync())[^1].Actor;
        (actor.Post, actor.OnBehalfOf).ShouldBe((DraftUnderway.PostOf(Office.DeputyDirector), DraftUnderway.PostOf(Office.Director)));
        foreach (var step in (string[])["recheck", "register"])
            await on.DoAsync(step);
    }

    private static Backoffice.Coordination.V1.Directory Deputised(string appointment, long version)
    {
        var directory = Office.Directory.Clone();
        directory.Version = version;
        directory.Delegations.Add(new Delegation
        {
            Name = $"delegations/{Guid.NewGuid()}",
            Post = DraftUnderway.PostOf(Office.Director),
            DeputyPost = DraftUnderway.PostOf(Office.DeputyDirector),
            StartTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
            EndTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddYears(1000)),
            Reason = "主持工作",
            Appointment = appointment,
        });
        return directory;
    }
}
