using Backoffice.Archive.V1;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Type;
using Shouldly;
using Xunit;
using FilingService = Backoffice.Archive.V1.FilingService;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>An incoming document is handled by five people and filed in the archive, through the gateway.</summary>
public sealed class IncomingJourneyTests(Demonstrations demonstrations)
{
    [Theory, EveryDatabase]
    public async Task A_document_is_screened_proposed_instructed_handled_answered_closed_and_files_itself(StoreKind store)
    {
        var office = await OfficeAtWork.OnAsync(demonstrations, store);
        var document = await office.RegisterAsync("关于做好困难群众救助工作的通知", Urgency.Urgent);
        var clerk = office.Handling("clerk");

        var matter = (await clerk.StartHandlingAsync(new StartHandlingRequest { Name = document })).Matter;
        await office.ShowsAsync("clerk", InboxTab.ToDo, matter.Name, "初审");
        await clerk.ScreenIncomingDocumentAsync(new ScreenIncomingDocumentRequest { Name = document, Kind = HandlingKind.ForAction, Checks = AllInOrder });
        await office.ShowsAsync("office-director", InboxTab.ToDo, matter.Name, "拟办");
        await office.HidesAsync("clerk", InboxTab.ToDo, matter.Name);
        await office.ShowsAsync("clerk", InboxTab.Done, matter.Name, "拟办");

        var plan = new HandlingPlan
        {
            LeadPost = "posts/relief-chief",
            AssistingPosts = { "posts/finance-chief" },
            DueDate = new Date { Year = 2026, Month = 12, Day = 25 },
            ChaserPost = "posts/office-clerk",
        };
        await office.Handling("office-director").ProposeHandlingAsync(new ProposeHandlingRequest { Name = document, Opinion = "拟请救助科牵头办理。", LeaderPost = "posts/director", Plan = plan });
        await office.Handling("director").InstructHandlingAsync(new InstructHandlingRequest { Name = document, Opinion = "同意。抓紧落实。" });
        await office.ShowsAsync("section-chief", InboxTab.ToDo, matter.Name, "承办");

        // Nobody holds the finance post: its backup, the office director, signs for it, and both names are kept (AB岗).
        var waiting = await office.Matters("section-chief").ExplainMatterAsync(new ExplainMatterRequest { Name = matter.Name });
        waiting.Where.ShouldContain("承办");
        waiting.Waiting.ShouldContain(w => w.Contains("规划财务科科长"));
        await office.ShowsAsync("office-director", InboxTab.ToDo, matter.Name, "承办");
        await office.Matters("clerk").UrgeMatterAsync(new UrgeMatterRequest { Name = matter.Name, Note = "请抓紧" });
        await Refused.ForAsync("WAITING_FOR_OTHERS", office.Handling("section-chief").AnswerIncomingDocumentAsync(new AnswerIncomingDocumentRequest { Name = document, Result = "已落实" }));
        await office.Matters("office-director").AgreeMatterAsync(new AgreeMatterRequest { Name = matter.Name, Opinion = "资金已安排" });
        await office.Handling("section-chief").AnswerIncomingDocumentAsync(new AnswerIncomingDocumentRequest { Name = document, Result = "已按要求落实", Answer = "电话答复" });

        await office.CirculateAsync(matter.Name, "clerk", "people/deputy-director", "people/archivist");
        var broken = await Refused.ForAsync("RULE_BROKEN", clerk.CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = document }));
        broken.Metadata["citation"].ShouldContain("第24条(五)");
        foreach (var reader in new[] { "deputy-director", "archivist" })
            await office.Matters(reader).ReadMatterAsync(new ReadMatterRequest { Name = matter.Name, Opinion = "已阅" });
        var closed = await clerk.CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = document, Opinion = "办结归档" });
        closed.IncomingDocument.State.ShouldBe(IncomingDocumentState.Closed);
        closed.Matter.State.ShouldBe(MatterState.Completed);

        await office.FiledAsync(document, item =>
        {
            item.ReferenceCode.ShouldStartWith("0001-WS·");
            item.RetentionReason.ShouldNotBeEmpty();
            item.Acts.Select(a => a.Verb).ShouldContain(Verb.Agree);
            item.Files.Select(f => f.Role).ShouldContain("文件处理单");
            item.Metadata.ShouldContain(m => m.Name == "办理结果" && m.Value == "已按要求落实");
        });
        var acts = await office.Matters("clerk").ListMatterActsAsync(new ListMatterActsRequest { Parent = matter.Name });
        acts.SealsHold.ShouldBeTrue();
        acts.Acts.ShouldContain(a => a.Actor.Person == "people/office-director" && a.Actor.OnBehalfOf == "posts/finance-chief");
    }

    private static ScreeningChecks AllInOrder => new() { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true };
}
