using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.WorkingCopies;

public sealed class SaveWorkingCopyTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task What_is_typed_is_kept_without_a_version_and_an_older_save_never_replaces_a_newer(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var (typed, editor) = (new Typed(suite, on.Name, Office.Staff), Guid.NewGuid());
        var before = await on.GetAsync();

        await typed.SaveAsync(editor, 1, "第一句。");
        await typed.SaveAsync(editor, 3, "第一句。第二句。第三句。");
        (await typed.SaveAsync(editor, 2, "第一句。第二句。")).Sequence.ShouldBe(3);
        await typed.SaveAsync(editor, 3, "第一句。第二句。第三句。");

        (await typed.ListAsync()).Single().Body.ShouldBe("第一句。第二句。第三句。");
        (await on.GetAsync()).ShouldBe(before);
        // Saves that overtake each other on their way.
        await Task.WhenAll(Enumerable.Range(4, 8).Reverse().Select(i => typed.SaveAsync(editor, i, $"第{i}次")));
        (await typed.ListAsync()).Single().Body.ShouldBe("第11次");
    }

    [Theory, EveryDatabase]
    public async Task After_a_conflict_both_texts_are_there_and_what_was_saved_in_earnest_is_not_kept_twice(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var document = await on.GetAsync();
        var typed = new Typed(suite, on.Name, Office.Staff);
        var (here, there) = (Guid.NewGuid(), Guid.NewGuid());
        await typed.SaveAsync(here, 1, "此处的正文。", document.Title, etag: document.Etag, recipients: document.MainRecipients);
        await typed.SaveAsync(there, 1, "彼处的正文。", document.Title, etag: document.Etag, recipients: document.MainRecipients);
        var (mine, other) = (await on.ChangeAsync("body", d => d.Body = "此处的正文。"), await on.ChangeAsync("body", d => d.Body = "彼处的正文。"));
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(mine);

        await Refused.ForAsync("STALE_ETAG", on.As(Office.Staff).UpdateOutgoingDocumentAsync(other));

        var left = (await typed.ListAsync()).Single();
        (left.Editor, left.Body, left.Outdated).ShouldBe((there.ToString(), "彼处的正文。", true));
        (await on.GetAsync()).Body.ShouldBe("此处的正文。");
        // The window that was saved goes on under the next number.
        (await typed.SaveAsync(here, 2, "此处的正文。又一句。", etag: (await on.GetAsync()).Etag)).Outdated.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Annexes_are_kept_with_the_text_and_gone_once_they_are_saved_in_earnest(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var document = await on.GetAsync();
        var typed = new Typed(suite, on.Name, Office.Staff);
        Annex[] annexes = [new() { Title = "分配表", Text = "甲县\t120" }, new() { Title = "名单", Text = "某某" }];
        foreach (var text in new[] { annexes, [new() { Title = "分配表", Text = "甲县\t121" }, annexes[1]] })
            await typed.Copies.SaveWorkingCopyAsync(new SaveWorkingCopyRequest
            {
                Parent = on.Name,
                WorkingCopy = new WorkingCopy { Editor = Guid.NewGuid().ToString(), Sequence = 1, Title = document.Title, MainRecipients = document.MainRecipients, Body = document.Body, Annexes = { text } },
            });
        (await typed.ListAsync()).ShouldContain(c => c.Annexes.SequenceEqual(annexes));

        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("annexes", d => d.Annexes.Add(annexes)));

        // What differs in a word stays.
        (await typed.ListAsync()).ShouldHaveSingleItem().Annexes[0].Text.ShouldBe("甲县\t121");
    }

    [Theory, EveryDatabase]
    public async Task An_opinion_being_typed_is_kept_until_it_is_given(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "section-review");
        var typed = new Typed(suite, on.Matter, Office.SectionChief);
        await typed.SaveAsync(Guid.NewGuid(), 1, opinion: "同意。请办公室核稿。");
        await typed.SaveAsync(Guid.NewGuid(), 1, opinion: "不同意。");
        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = "同意。请办公室核稿。" });
        (await typed.ListAsync()).Select(c => c.Opinion).ShouldBe(["不同意。"]);
    }

    [Theory, EveryDatabase]
    public async Task It_is_nobody_elses_and_bounded_and_searched_for_secrets(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var typed = new Typed(suite, on.Name, Office.Staff);
        await typed.SaveAsync(Guid.NewGuid(), 1, "稿。");
        (await new Typed(suite, on.Name, Office.SectionChief).ListAsync()).ShouldBeEmpty();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => new Typed(suite, on.Name, DraftUnderway.Outsider).SaveAsync(Guid.NewGuid(), 1, "稿。"));
        await Refused.ForAsync("MATTER_NOT_FOUND", () => new Typed(suite, $"matters/{Guid.NewGuid()}", Office.Staff).SaveAsync(Guid.NewGuid(), 1, opinion: "稿。"));
        await Refused.ForAsync("PERMISSION_DENIED", () => new Typed(suite, on.Name, Office.County).SaveAsync(Guid.NewGuid(), 1, "稿。"));
        var trace = Guid.NewGuid().ToString("N");
        await Refused.ForAsync("STATE_SECRET_REFUSED", () => typed.SaveAsync(Guid.NewGuid(), 1, $"机密★{trace}"));
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        foreach (var _ in Enumerable.Range(0, 19))
            await typed.SaveAsync(Guid.NewGuid(), 1, "稿。");
        (await Refused.ForAsync("TOO_MANY_WORKING_COPIES", () => typed.SaveAsync(Guid.NewGuid(), 1, "稿。"))).Metadata["count"].ShouldBe("20");
    }
}
