using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>An outgoing document is drafted, reviewed, countersigned, signed, numbered, printed and dispatched to the county, and files itself.</summary>
public sealed class OutgoingJourneyTests(Demonstrations demonstrations)
{
    [Theory, EveryDatabase]
    public async Task A_notice_goes_from_the_drafters_desk_to_the_countys_receipt(StoreKind store)
    {
        var office = await OfficeAtWork.OnAsync(demonstrations, store);
        var draft = (await office.Outgoing("staff").CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = Notice() })).OutgoingDocument;
        var matter = (await office.Outgoing("staff").SubmitOutgoingDocumentAsync(new SubmitOutgoingDocumentRequest { Name = draft.Name })).Matter.Name;
        await office.ShowsAsync("section-chief", InboxTab.ToDo, matter, "科室审核");
        await office.ShowsAsync("staff", InboxTab.Started, matter, "科室审核");
        await office.Matters("section-chief").AgreeMatterAsync(new AgreeMatterRequest { Name = matter, Posts = { "posts/finance-chief" } });
        await office.Matters("office-director").AgreeMatterAsync(new AgreeMatterRequest { Name = matter, Opinion = "同意" });

        // The office's review finds something: back to the drafter, and straight back afterwards (条例 第21条).
        await office.Issuing("office-director").ReviewOutgoingDocumentAsync(new ReviewOutgoingDocumentRequest { Name = draft.Name, Answers = { Answers(wrong: ReviewPart.Content) } });
        await office.ShowsAsync("staff", InboxTab.ToDo, matter, "拟稿");
        await office.Outgoing("staff").UpdateOutgoingDocumentAsync(new UpdateOutgoingDocumentRequest
        {
            OutgoingDocument = new OutgoingDocument { Name = draft.Name, Body = Body + "\n三、加强督促检查。" },
            UpdateMask = new FieldMask { Paths = { "body" } },
        });
        await office.Outgoing("staff").SubmitOutgoingDocumentAsync(new SubmitOutgoingDocumentRequest { Name = draft.Name });
        await office.Issuing("office-director").ReviewOutgoingDocumentAsync(new ReviewOutgoingDocumentRequest { Name = draft.Name, Answers = { Answers() } });

        await office.ShowsAsync("deputy-director", InboxTab.ToDo, matter, "签发");
        var today = OfficeAtWork.Today();
        await office.Issuing("deputy-director").SignOutgoingDocumentAsync(new SignOutgoingDocumentRequest { Name = draft.Name, Form = OpinionForm.Circled, SignDate = today });
        await ChangeAfterSigningAsync(office, draft.Name, matter, today);

        var registered = (await office.Issuing("clerk").RegisterOutgoingDocumentAsync(new RegisterOutgoingDocumentRequest { Name = draft.Name, OrganCode = "民发", CopyCount = 20 })).OutgoingDocument;
        registered.DocumentNumber.ShouldMatch("^民发〔[0-9]{4}〕[1-9][0-9]*号$");
        (await office.Issuing("clerk").PrintOutgoingDocumentAsync(new PrintOutgoingDocumentRequest { Name = draft.Name })).OutgoingDocument.PrintSha256.Length.ShouldBe(64);
        var dispatched = await office.Issuing("clerk").DispatchOutgoingDocumentAsync(new DispatchOutgoingDocumentRequest { Name = draft.Name });
        dispatched.OutgoingDocument.State.ShouldBe(OutgoingDocumentState.Dispatched);

        var received = (await office.Dispatches("county").ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest { OutstandingOnly = true })).Dispatches.Single(d => d.DocumentNumber == registered.DocumentNumber);
        (await office.Outgoing("county").GetOutgoingDocumentAsync(new GetOutgoingDocumentRequest { Name = draft.Name })).OutgoingDocument.Body.ShouldContain("督促检查");
        await office.Dispatches("county").SignForDispatchAsync(new SignForDispatchRequest { Name = received.Name });
        var ledger = await office.Dispatches("clerk").ListDispatchesAsync(new ListDispatchesRequest { Parent = draft.Name });
        (ledger.SentCount, ledger.SignedForCount).ShouldBe((2, 1));
        await office.FiledAsync(draft.Name, item => item.Files.Select(f => f.Role).ShouldBe(["定稿", "文件处理单"]));
    }

    /// <summary>A substantive change after signing goes back to the same signer and straight back to the recheck (条例 第25条(一)).</summary>
    private static async Task ChangeAfterSigningAsync(OfficeAtWork office, string name, string matter, Date today)
    {
        var change = new UpdateOutgoingDocumentRequest
        {
            OutgoingDocument = new OutgoingDocument { Name = name, Body = Body + "\n三、加强督促检查，年底报告。" },
            UpdateMask = new FieldMask { Paths = { "body" } },
        };
        await Refused.ForAsync("CHANGE_KIND_REQUIRED", office.Outgoing("clerk").UpdateOutgoingDocumentAsync(change));
        change.ChangeKind = ChangeKind.Substantive;
        change.Reason = "补充报告要求";
        await office.Outgoing("clerk").UpdateOutgoingDocumentAsync(change);
        await office.ShowsAsync("deputy-director", InboxTab.ToDo, matter, "签发");
        await Refused.ForAsync("NOT_THE_HOLDER", office.Issuing("clerk").RecheckOutgoingDocumentAsync(new RecheckOutgoingDocumentRequest { Name = name }));
        await office.Issuing("deputy-director").SignOutgoingDocumentAsync(new SignOutgoingDocumentRequest { Name = name, Opinion = "同意修改", SignDate = today });
        await office.Issuing("clerk").RecheckOutgoingDocumentAsync(new RecheckOutgoingDocumentRequest { Name = name });
        var versions = (await office.Outgoing("clerk").ListOutgoingDocumentVersionsAsync(new ListOutgoingDocumentVersionsRequest { Parent = name })).Versions;
        versions.Select(v => v.Version).ShouldBe([3, 2, 1]);
        var compared = await office.Outgoing("clerk").CompareOutgoingDocumentVersionsAsync(new CompareOutgoingDocumentVersionsRequest { Name = name, FromVersion = 2, ToVersion = 3 });
        string.Concat(compared.Differences.Where(d => d.Kind == DifferenceKind.Added).Select(d => d.Text)).ShouldBe("，年底报告");
    }

    private const string Body = "各县（市、区）民政局：\n一、提高认识。\n二、落实责任。";

    private static OutgoingDocument Notice() => new()
    {
        Title = $"关于做好冬季困难群众救助工作{Guid.NewGuid().ToString("N")[..6]}的通知",
        Genre = DocumentGenre.Notice,
        Direction = RoutingDirection.Downward,
        MainRecipients = "清河县民政局",
        CopyRecipients = "市财政局",
        Body = Body,
        Necessity = "冬季救助需要统一部署",
        ConcernedOrgans = { "规财科" },
    };

    private static IEnumerable<ReviewAnswer> Answers(ReviewPart wrong = ReviewPart.Unspecified) =>
        System.Enum.GetValues<ReviewPart>().Where(p => p != ReviewPart.Unspecified).Select(p => new ReviewAnswer { Part = p, InOrder = p != wrong, Note = p == wrong ? "应补充督促检查要求" : "" });
}
