using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

public sealed class ConfirmClassificationTests(ClassifiedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task The_classification_officer_confirms_what_the_drafter_proposed_before_it_is_signed(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await ClassifiedAsync(house, "sign", confirm: false);
        (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["SEC-04 第16条"]);
        var request = new ConfirmClassificationRequest { Name = on.Name, RequestId = Guid.NewGuid().ToString() };
        (await Breaches.OfAsync(house.SecrecyAs(Office.DeputyDirector).ConfirmClassificationAsync(request))).ShouldBe(["SEC-04 第16条"]);
        await Refused.ForAsync("PERMISSION_DENIED", house.SecrecyAs(DraftUnderway.Drafter).ConfirmClassificationAsync(request));

        var confirmed = await house.SecrecyAs(Office.Director).ConfirmClassificationAsync(request);

        (await house.SecrecyAs(Office.Director).ConfirmClassificationAsync(request)).ShouldBe(confirmed);
        (confirmed.SecrecyMark.Officer, confirmed.SecrecyMark.Printed).ShouldBe(("people/director", "机密★10年"));
        await Refused.ForAsync("NOTHING_TO_CONFIRM", house.SecrecyAs(Office.Director).ConfirmClassificationAsync(new ConfirmClassificationRequest { Name = on.Name }));
        await on.DoAsync("sign");
    }

    // Rulebook 3.1: level, period and scope, and nothing above the organ's power or the zone's level.
    [Theory, EveryDatabase]
    public async Task A_state_secret_has_a_period_a_scope_and_a_level_that_the_zone_may_hold(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await DraftUnderway.AtAsync(house, "draft");
        var drafter = house.SecrecyAs(DraftUnderway.Drafter);
        (await Breaches.OfAsync(drafter.MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name, years: 21)))).ShouldBe(["SEC-02 第20条"]);
        (await Breaches.OfAsync(drafter.MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name, years: 0)))).ShouldBe(["SEC-02 第20条"]);
        (await Breaches.OfAsync(drafter.MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret)))).ShouldBe(["SEC-03 第17条", "SEC-20 第32条"], ignoreOrder: true);
        var open = MarkedDocuments.Classifying(on.Name);
        open.SecrecyMark.Scope.Clear();
        (await Breaches.OfAsync(drafter.MarkSecrecyAsync(open))).ShouldBe(["SEC-08 第21条"]);
        var condition = MarkedDocuments.Classifying(on.Name, years: 0);
        condition.SecrecyMark.DeclassificationCondition = "方案公布后";
        (await drafter.MarkSecrecyAsync(condition)).SecrecyMark.Printed.ShouldBe("机密★方案公布后");
    }

    // Case 79: the star stands on what is marked, and on nothing else.
    [Theory, EveryDatabase]
    public async Task A_text_that_bears_a_mark_goes_on_only_when_the_document_is_marked_and_one_above_the_zone_not_at_all(StoreKind store)
    {
        var house = await houses.On(store);
        var draft = DraftUnderway.Notice();
        draft.Body = "机密★10年\n现将有关事项通知如下。";
        var on = await DraftUnderway.AtAsync(house, "draft", draft);
        (await Breaches.OfAsync(on.As(DraftUnderway.Drafter).SubmitOutgoingDocumentAsync(on.Submission()))).ShouldBe(["SEC-11 第22条"]);
        await house.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name));
        await on.DoAsync("draft");
        foreach (var (body, rule) in new[] { ("内部★5年\n通知。", "SEC-01 第14条"), ("秘密★\n通知。", "SEC-12 第22条") })
        {
            draft = DraftUnderway.Notice();
            draft.Body = body;
            var odd = await DraftUnderway.AtAsync(house, "draft", draft);
            await house.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Classifying(odd.Name));
            (await Breaches.OfAsync(odd.As(DraftUnderway.Drafter).SubmitOutgoingDocumentAsync(odd.Submission()))).ShouldBe([rule]);
        }

        var clerk = new IncomingDocumentService.IncomingDocumentServiceClient(house.As("document", Office.Clerk));
        var received = Documents.Any("秘密★5年 通报");
        var registered = await clerk.RegisterAsync(received);
        var starting = new IncomingHandlingService.IncomingHandlingServiceClient(house.As("document", Office.Clerk)).StartHandlingAsync(new StartHandlingRequest { Name = registered.Name });
        (await Breaches.OfAsync(starting)).ShouldBe(["SEC-11 第22条"]);
        var above = Documents.Any($"绝密★30年{Guid.NewGuid():N}");
        await Refused.ForAsync("STATE_SECRET_REFUSED", clerk.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = above }));
        (await house.FindInStoreAsync(above.Title)).ShouldBeEmpty();
    }

    // Case 92: every copy bears its number.
    [Theory, EveryDatabase]
    public async Task Copies_are_numbered_shown_with_their_viewer_and_sent_to_no_house_outside_the_zone(StoreKind store)
    {
        var house = await houses.On(store);
        var draft = DraftUnderway.Notice();
        draft.CopyRecipients = "市财政局";
        var on = await ClassifiedAsync(house, "dispatch", confirm: true, draft);
        // The county is outside the scope until the principal head lets it know.
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching()))).ShouldBe(["SEC-08 第21条"]);
        var extension = new ExtendScopeRequest { Name = on.Name, Principals = { Office.CountyUnit }, Reason = "须其承办" };
        (await Breaches.OfAsync(house.SecrecyAs(Office.OfficeDirector).ExtendScopeAsync(extension))).ShouldBe(["SEC-09 第21条"]);
        await house.SecrecyAs(Office.Director).ExtendScopeAsync(extension);
        var sent = await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "县民政局", CopyCount = 3 }, new Recipient { Organ = "市财政局", CopyCount = 2 }));
        sent.Dispatches.Select(d => (d.FirstCopyNumber, d.CopyCount)).ShouldBe([(1, 3), (4, 2)]);

        var shown = await on.PagesAs(Office.Staff).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf });
        var third = new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf, CopyNumber = 3 };
        var numbered = await on.PagesAs(Office.Staff).RenderOutgoingDocumentAsync(third);
        (numbered.Printed, numbered.Watermark.Length > 0).ShouldBe((false, true));
        third.CopyNumber = 11;
        (await Refused.ForAsync("COPY_NOT_NUMBERED", on.PagesAs(Office.Staff).RenderOutgoingDocumentAsync(third))).Metadata["count"].ShouldBe("10");
        // Whatever levels the configuration names.
        shown.Watermark.ShouldStartWith("staff staff 20");

        using var certificate = TwoHouses.CertificateOf("finance");
        var partner = TwoHouses.Adding(TwoHouses.FinanceCode, "市财政局", certificate.ExportCertificatePem());
        var added = await TwoHouses.PartnersOf(house).AddExchangePartnerAsync(partner);
        (await ExportBreachAsync(house, sent.Dispatches[1].Name)).ShouldBe("《中华人民共和国保守国家秘密法》第31条(二)");
        await TwoHouses.PartnersOf(house).RetireExchangePartnerAsync(new RetireExchangePartnerRequest { Name = added.ExchangePartner.Name, Reason = "更正" });
        partner.ExchangePartner.Classified = true;
        added = await TwoHouses.PartnersOf(house).AddExchangePartnerAsync(partner);
        (await ExportBreachAsync(house, sent.Dispatches[1].Name)).ShouldBeEmpty();
        await TwoHouses.PartnersOf(house).RetireExchangePartnerAsync(new RetireExchangePartnerRequest { Name = added.ExchangePartner.Name, Reason = "更正" });
    }

    /// <summary>A draft that is proposed as 机密, and brought as far as a test wants it.</summary>
    internal static async Task<DraftUnderway> ClassifiedAsync(Suite house, string step, bool confirm, OutgoingDocument? draft = null)
    {
        var on = await DraftUnderway.AtAsync(house, "draft", draft);
        await house.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name));
        if (confirm)
            await house.SecrecyAs(Office.Director).ConfirmClassificationAsync(new ConfirmClassificationRequest { Name = on.Name });
        foreach (var before in DraftUnderway.Steps.TakeWhile(s => s != step))
            await on.DoAsync(before);
        return on;
    }

    /// <summary>The citation for which an export is refused; empty when it is not.</summary>
    private static async Task<string> ExportBreachAsync(Suite house, string dispatch)
    {
        using var call = TwoHouses.ExchangeOf(house).ExportDispatchPackage(new ExportDispatchPackageRequest { Name = dispatch });
        try
        {
            await call.ResponseStream.MoveNext();
            return "";
        }
        catch (RpcException e)
        {
            return e.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Metadata["citation"];
        }
    }
}
