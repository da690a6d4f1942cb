using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class AgreeMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_signer_agrees_alone_once_and_the_holder_keeps_the_matter(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await HolderAlone.MayAsync(on, DocumentUnderway.Assistant, async (person, etag, requestId) =>
            (await on.MattersAs(person).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Etag = etag, Opinion = "同意。", RequestId = requestId })).Matter);
        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost, matter.Tasks.Count).ShouldBe(("handle", "posts/section-chief", 1));
        var act = (await on.ActsAsync())[^1];
        (act.Opinion, act.OpinionForm, act.SeenSha256).ShouldBe(("同意。", OpinionForm.Text, matter.ContentSha256));
    }

    [Theory, EveryDatabase]
    public async Task The_work_of_a_delegate_comes_back_to_the_holder(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.MattersAs(Office.OfficeDirector).DelegateMatterAsync(new DelegateMatterRequest { Name = on.Matter, Post = "posts/staff" });

        await on.MattersAs(Office.Staff).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = "已拟好。" });

        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("propose", "posts/office-director"));
        matter.Tasks.ShouldHaveSingleItem().Kind.ShouldBe(TaskKind.Act);
    }

    [Theory, EveryDatabase]
    public async Task Where_a_step_has_an_rpc_of_its_own_bare_agreement_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        var info = await Refused.ForAsync("STEP_NEEDS_FORM", on.MattersAs(Office.Clerk).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter }));
        info.Metadata["rpc"].ShouldBe("ScreenIncomingDocument");
    }

    [Theory, EveryDatabase]
    public async Task An_opinion_on_what_no_longer_stands_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        var seen = (await on.GetAsync()).ContentSha256;
        var document = await on.GetDocumentAsync();
        document.Title = $"更正后的标题 {Guid.NewGuid():N}";
        await on.DocumentsAs(Office.Clerk).UpdateIncomingDocumentAsync(new UpdateIncomingDocumentRequest { IncomingDocument = document, UpdateMask = new() { Paths = { "title" } } });
        var agreement = new AgreeMatterRequest { Name = on.Matter, SeenSha256 = seen };
        await Refused.ForAsync("CONTENT_CHANGED", on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(agreement));

        agreement.SeenSha256 = (await on.GetAsync()).ContentSha256;
        await on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(agreement);

        (await on.ActsAsync())[^1].SeenSha256.ShouldBe(agreement.SeenSha256);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_signatures_at_once_by_one_signer_only_one_counts(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        var etag = (await on.GetAsync()).Etag;

        var reasons = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Refused.ReasonOfAsync(
            on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Etag = etag }))));

        reasons.Order().ShouldBe(["", "STALE_ETAG", "STALE_ETAG", "STALE_ETAG"]);
        (await on.ActsAsync()).Count(a => a.Actor.Person == "people/finance-chief").ShouldBe(1);
    }
}
