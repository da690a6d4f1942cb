using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

/// <summary>Marks in annexes, in packages and in the trail.</summary>
public sealed class MarksElsewhereTests(ClassifiedHouses houses, Houses exchanging)
{
    // Case 79 of what is bound with a text.
    [Theory, EveryDatabase]
    public async Task A_mark_in_an_annex_asks_for_one_on_the_document(StoreKind store)
    {
        var house = await houses.On(store);
        var draft = DraftUnderway.Notice();
        draft.AttachmentList.Add("名单");
        draft.Annexes.Add(new Annex { Title = "名单", Text = "机密★10年\n甲县3名。" });
        var on = await DraftUnderway.AtAsync(house, "draft", draft);
        (await Breaches.OfAsync(on.As(DraftUnderway.Drafter).SubmitOutgoingDocumentAsync(on.Submission()))).ShouldBe(["SEC-11 第22条"]);
        await house.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name));
        await on.DoAsync("draft");
        draft.Annexes[0].Text = "绝密★30年\n甲县3名。";
        await Refused.ForAsync("STATE_SECRET_REFUSED", on.As(DraftUnderway.Drafter).CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = draft }));
    }

    // 实施条例 第20条, rule SEC-10: whichever way the text was seen.
    [Theory, EveryDatabase]
    public async Task Whoever_is_shown_a_text_of_the_higher_levels_is_in_the_trail(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await ConfirmClassificationTests.ClassifiedAsync(house, "section-review", confirm: true);
        var incoming = await MarkedDocuments.ReceivedAsync(house, SecrecyLevel.Confidential, new(2026, 1, 5), 20);
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(house.As("document", Office.SectionChief));
        await on.GetAsync(Office.SectionChief);
        await on.As(Office.SectionChief).ListOutgoingDocumentVersionsAsync(new ListOutgoingDocumentVersionsRequest { Parent = on.Name });
        await on.As(Office.SectionChief).CompareOutgoingDocumentVersionsAsync(new CompareOutgoingDocumentVersionsRequest { Name = on.Name, FromVersion = 1, ToVersion = 1 });
        await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = incoming });
        await documents.ListIncomingDocumentVersionsAsync(new ListIncomingDocumentVersionsRequest { Parent = incoming });
        (await SeenAsync(house, on.Name)).ShouldBe(["CompareOutgoingDocumentVersions", "GetOutgoingDocument", "ListOutgoingDocumentVersions"]);
        (await SeenAsync(house, incoming)).ShouldBe(["GetIncomingDocument", "ListIncomingDocumentVersions"]);
        // Of 秘密 the law asks for no record.
        var lower = await MarkedDocuments.ReceivedAsync(house, SecrecyLevel.Secret, new(2026, 1, 5), 10);
        await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = lower });
        (await SeenAsync(house, lower)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_package_bears_the_mark_and_the_copy_numbers_and_puts_them_on_what_is_received(StoreKind store)
    {
        var house = await houses.On(store);
        using var certificate = TwoHouses.CertificateOf("audit");
        var partner = TwoHouses.Adding(TwoHouses.ThirdCode, "市审计局", certificate.ExportCertificatePem());
        partner.ExchangePartner.Classified = true;
        var added = await TwoHouses.PartnersOf(house).AddExchangePartnerAsync(partner);
        try
        {
            var draft = DraftUnderway.Notice();
            draft.CopyRecipients = "市审计局";
            var on = await ConfirmClassificationTests.ClassifiedAsync(house, "dispatch", confirm: true, draft);
            var sent = (await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "市审计局", CopyCount = 3 }))).Dispatches.Single();
            var package = await PackageAsync(house, sent.Name);
            Document.Exchange.Manifests.Read(Document.Exchange.ExchangePackage.Read(package).Manifest).Document.Mark
                .ShouldBe(new ExchangedMark { Level = SecrecyLevel.Confidential, PeriodYears = 10, CopyNumbers = "000001-000003" });

            // What comes back from there is marked as it says.
            var answer = TwoHouses.Altered(package, m => (m.Sender, m.Recipient, m.DispatchId) = (m.Recipient, m.Sender, Guid.NewGuid().ToString()), m => Document.Exchange.ManifestSignature.Make(m, certificate));
            var taken = (await TwoHouses.TakeAsync(house, answer)).IncomingDocument.Name;
            var mark = (await house.SecrecyAs(Office.Clerk).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = taken })).SecrecyMark;
            (mark.Printed, mark.CopyNumbers, mark.DeclassifiedFrom.Year - mark.IssueDate.Year).ShouldBe(("机密★10年", "000001-000003", 10));
            mark.Scope.ShouldNotBeEmpty();
            var above = TwoHouses.Altered(answer, m => (m.Document.Mark.Level, m.DispatchId) = (SecrecyLevel.TopSecret, Guid.NewGuid().ToString()), m => Document.Exchange.ManifestSignature.Make(m, certificate));
            (await Refused.ForAsync("STATE_SECRET_REFUSED", () => TwoHouses.TakeAsync(house, above))).Metadata["field"].ShouldBe("mark");
        }
        finally
        {
            await TwoHouses.PartnersOf(house).RetireExchangePartnerAsync(new RetireExchangePartnerRequest { Name = added.ExchangePartner.Name, Reason = "更正" });
        }
    }

    [Theory, EveryDatabase]
    public async Task A_network_that_is_not_classified_takes_the_mark_of_a_work_secret_and_no_other(StoreKind store)
    {
        var two = await exchanging.On(store);
        var package = await (await two.SendAsync()).PackageAsync();
        var secret = TwoHouses.Altered(package, m => m.Document.Mark = new ExchangedMark { Level = SecrecyLevel.Secret, PeriodYears = 5, CopyNumbers = "000001" }, two.SignAsBureau);
        await Refused.ForAsync("STATE_SECRET_REFUSED", () => TwoHouses.TakeAsync(two.Finance, secret));
        var work = TwoHouses.Altered(package, m => m.Document.Mark = new ExchangedMark { Level = SecrecyLevel.WorkSecret }, two.SignAsBureau);
        var taken = (await TwoHouses.TakeAsync(two.Finance, work)).IncomingDocument.Name;
        (await two.Finance.SecrecyAs(Office.Clerk).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = taken })).SecrecyMark.Level.ShouldBe(SecrecyLevel.WorkSecret);
    }

    private static async Task<byte[]> PackageAsync(Suite house, string dispatch)
    {
        using var call = TwoHouses.ExchangeOf(house).ExportDispatchPackage(new ExportDispatchPackageRequest { Name = dispatch });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }

    /// <summary>By which calls the trail says that the section chief was shown a document.</summary>
    private static async Task<IReadOnlyList<string>> SeenAsync(Suite house, string document)
    {
        var trail = new AuditService.AuditServiceClient(house.Call("document", "auditor", Role.SecurityAuditor));
        var (seen, request) = (new List<string>(), new ListAuditEntriesRequest { Parent = "services/document", Account = Office.SectionChief, Resource = document, PageSize = 1000 });
        do
        {
            var page = await trail.ListAuditEntriesAsync(request);
            seen.AddRange(page.AuditEntries.Select(e => e.Method.Split('/')[^1]));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. seen.Distinct().Order(StringComparer.Ordinal)];
    }
}
