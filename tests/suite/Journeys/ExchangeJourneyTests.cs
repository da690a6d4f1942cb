using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>Two installations, each whole and with records of its own, exchange a document through their gateways.</summary>
public sealed class ExchangeJourneyTests(Demonstrations demonstrations)
{
    private const string FinanceCode = "11990000MB0000002Q";

    [Fact]
    public async Task A_document_goes_to_another_installation_and_its_receipt_and_its_withdrawal_follow()
    {
        await using var other = await Demonstration.StartAsync(StoreKind.Sqlite, o => o with
        {
            Only = ["identity", "coordination", "document", "gateway"],
            Settings = new Dictionary<string, string?> { ["document:Document:CreditCode"] = FinanceCode },
        });
        var (bureau, finance) = (await OfficeAtWork.OnAsync(demonstrations, StoreKind.Sqlite), await OfficeAtWork.OfAsync(other));
        await IntroduceAsync(bureau, to: finance, "江州市民政局");
        await IntroduceAsync(finance, to: bureau, "市财政局");
        var (document, dispatch) = await DispatchedAsync(bureau);

        var taken = await TakeAsync(finance, await BytesAsync(bureau.Exchange("clerk").ExportDispatchPackage(new ExportDispatchPackageRequest { Name = dispatch }).ResponseStream, c => c.Data));

        // What the bureau is called is not compared: other tests of the shared demonstration rename it.
        (taken.IncomingDocument.DocumentNumber, taken.IncomingDocument.Body).ShouldBe((document.DocumentNumber, document.Body));
        taken.IncomingDocument.Attachments.Single().Sha256.ShouldBe(document.PrintSha256);
        var receipt = new ExportReceiptPackageRequest { Name = taken.IncomingDocument.Name };
        await TakeAsync(bureau, await BytesAsync(finance.Exchange("clerk").ExportReceiptPackage(receipt).ResponseStream, c => c.Data));
        var ledger = await bureau.Dispatches("clerk").ListDispatchesAsync(new ListDispatchesRequest { Parent = document.Name });
        ledger.Dispatches.Single(d => d.Name == dispatch).SignForTime.ShouldBe(taken.IncomingDocument.SignForTime);

        await bureau.Validity("office-director").WithdrawOutgoingDocumentAsync(new WithdrawOutgoingDocumentRequest { Name = document.Name, Reason = "数据有误" });
        var notice = new ExportInvalidityPackageRequest { Name = dispatch };
        await TakeAsync(finance, await BytesAsync(bureau.Exchange("clerk").ExportInvalidityPackage(notice).ResponseStream, c => c.Data));
        var told = await finance.Incoming("clerk").GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = taken.IncomingDocument.Name });
        (told.IncomingDocument.Invalidity.Kind, told.IncomingDocument.Invalidity.Reason).ShouldBe((InvalidityKind.Withdrawn, "数据有误"));
    }

    /// <summary>Each house's security administrator enters the other, with the certificate that was brought over.</summary>
    private static async Task IntroduceAsync(OfficeAtWork house, OfficeAtWork to, string name)
    {
        var own = await house.Partners("secadmin").GetExchangeCertificateAsync(new GetExchangeCertificateRequest());
        var partner = new ExchangePartner { CreditCode = own.CreditCode, DisplayName = name, CertificatePem = own.CertificatePem };
        await to.Partners("secadmin").AddExchangePartnerAsync(new AddExchangePartnerRequest { ExchangePartner = partner });
    }

    private static async Task<(OutgoingDocument Document, string Dispatch)> DispatchedAsync(OfficeAtWork office)
    {
        var name = (await office.Outgoing("staff").CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest
        {
            OutgoingDocument = new OutgoingDocument
            {
                Title = $"关于做好困难群众救助资金发放（{Guid.NewGuid():N}）的通知",
                Genre = DocumentGenre.Notice,
                Direction = RoutingDirection.Downward,
                MainRecipients = "清河县民政局",
                CopyRecipients = "市财政局",
                Body = "各县（市、区）民政局：\n一、及时发放。\n二、公开公示。",
                Necessity = "年终资金需要发放",
            },
        })).OutgoingDocument.Name;
        var matter = (await office.Outgoing("staff").SubmitOutgoingDocumentAsync(new SubmitOutgoingDocumentRequest { Name = name })).Matter.Name;
        await office.Matters("section-chief").AgreeMatterAsync(new AgreeMatterRequest { Name = matter });
        var answers = Enum.GetValues<ReviewPart>().Where(p => p != ReviewPart.Unspecified).Select(p => new ReviewAnswer { Part = p, InOrder = true });
        await office.Issuing("office-director").ReviewOutgoingDocumentAsync(new ReviewOutgoingDocumentRequest { Name = name, Answers = { answers } });
        await office.Issuing("deputy-director").SignOutgoingDocumentAsync(new SignOutgoingDocumentRequest { Name = name, SignDate = OfficeAtWork.Today() });
        await office.Issuing("clerk").RecheckOutgoingDocumentAsync(new RecheckOutgoingDocumentRequest { Name = name });
        await office.Issuing("clerk").RegisterOutgoingDocumentAsync(new RegisterOutgoingDocumentRequest { Name = name, OrganCode = "民发", CopyCount = 2 });
        await office.Issuing("clerk").PrintOutgoingDocumentAsync(new PrintOutgoingDocumentRequest { Name = name });
        var sent = await office.Issuing("clerk").DispatchOutgoingDocumentAsync(new DispatchOutgoingDocumentRequest { Name = name });
        return (sent.OutgoingDocument, sent.Dispatches.Single(d => d.Organ == "市财政局").Name);
    }

    private static async Task<ImportExchangePackageResponse> TakeAsync(OfficeAtWork house, ByteString package) =>
        await house.Exchange("clerk").ImportExchangePackageAsync(new ImportExchangePackageRequest { Content = package });

    private static async Task<ByteString> BytesAsync<T>(IAsyncStreamReader<T> stream, Func<T, ByteString> data) =>
        ByteString.CopyFrom([.. (await stream.ReadAllAsync().Select(data).ToListAsync()).SelectMany(d => d.ToByteArray())]);
}
