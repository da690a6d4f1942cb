using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

/// <summary>The whole way of one document (条例 第24条), from the register to its end.</summary>
public sealed class IncomingJourneyTests(DocumentSuites suites)
{
    // Rulebook case 56: where it is, is one answer at every moment.
    [Theory, EveryDatabase]
    public async Task A_document_goes_from_the_register_to_its_end_with_one_holder_at_every_moment(StoreKind store)
    {
        var on = await DocumentUnderway.RegisteredAsync(suites, store);
        (await on.GetDocumentAsync()).State.ShouldBe(IncomingDocumentState.Registered);
        await on.StartAsync();
        await ExpectAsync(on, "screen", Office.Clerk, "posts/clerk");

        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening());
        await ExpectAsync(on, "propose", Office.OfficeDirector, "posts/clerk", "posts/office-director");

        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal());
        await ExpectAsync(on, "instruct", Office.Director, "posts/clerk", "posts/director", "posts/office-director");

        await on.HandlingAs(Office.Director).InstructHandlingAsync(new InstructHandlingRequest { Name = on.Document, Opinion = "同意，请抓紧办理。" });
        string[] all = ["posts/clerk", "posts/director", "posts/finance-chief", "posts/office-director", "posts/section-chief"];
        await ExpectAsync(on, "handle", Office.SectionChief, all);

        await on.MattersAs(Office.FinanceChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = "经费已列入预算。" });
        await ExpectAsync(on, "handle", Office.SectionChief, all);

        await on.HandlingAs(Office.SectionChief).AnswerIncomingDocumentAsync(on.Result());
        await ExpectAsync(on, "close", Office.Clerk, all);

        var closed = await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = on.Document, Opinion = "办结归档。" });
        (closed.IncomingDocument.State, closed.Matter.State, closed.Matter.HolderPost).ShouldBe((IncomingDocumentState.Closed, MatterState.Completed, ""));
        await ExpectTheSameToldAsync(on, closed.Matter);
        (await on.ActsAsync()).Select(a => (a.Actor.Person, a.Opinion)).ShouldBe(
        [
            ("people/clerk", ""),
            ("people/clerk", ""),
            ("people/office-director", "拟请局长阅示，由社会救助科主办。"),
            ("people/director", "同意，请抓紧办理。"),
            ("people/finance-chief", "经费已列入预算。"),
            ("people/section-chief", "已按要求落实。"),
            ("people/clerk", "办结归档。"),
        ]);
    }

    private static async Task ExpectAsync(DocumentUnderway on, string step, string holder, params string[] readers)
    {
        var matter = await on.GetAsync();
        (matter.State, matter.Step, matter.HolderPost).ShouldBe((MatterState.Running, step, $"posts/{holder}"));
        matter.Tasks.Where(t => t.Kind == TaskKind.Act).ShouldHaveSingleItem().Post.ShouldBe($"posts/{holder}");
        var document = await on.GetDocumentAsync(holder);
        document.State.ShouldBe(IncomingDocumentState.InProgress);
        document.Readers.Where(r => r.StartsWith("posts/", StringComparison.Ordinal)).ShouldBe(readers);
        await ExpectTheSameToldAsync(on, matter);
    }

    /// <summary>What was told, applied act by act, gives the tasks that are open.</summary>
    private static async Task ExpectTheSameToldAsync(DocumentUnderway on, Matter matter)
    {
        var told = await on.ProgressAsync();
        told.Select(p => p.Act).ShouldBe((await on.ActsAsync()).Select(a => a.Number));
        told.Select(p => p.Act).ShouldBe(Enumerable.Range(1, told.Count));
        (told[^1].State, told[^1].HolderPost, told[^1].StepTitle).ShouldBe((matter.State, matter.HolderPost, matter.StepTitle));
        var tasks = new SortedDictionary<int, Backoffice.Procedures.V1.Task>();
        foreach (var progress in told)
        {
            progress.Assigned.ShouldAllBe(t => !tasks.ContainsKey(t.Number));
            progress.Changed.ShouldAllBe(t => tasks.ContainsKey(t.Number));
            foreach (var task in progress.Assigned.Concat(progress.Changed))
                tasks[task.Number] = task;
        }
        tasks.Values.Where(t => t.EndTime is null).ShouldBe(matter.Tasks, ignoreOrder: true);
    }
}
