using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Rpc;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class BatchAgreeMattersTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Several_are_agreed_to_at_once_each_sealed_to_what_was_seen_and_a_repeat_agrees_no_more(StoreKind store)
    {
        var drafts = await AtReviewAsync(store, 3);
        var request = await BatchOfAsync(drafts);
        request.RequestId = Guid.NewGuid().ToString();
        var chief = drafts[0].MattersAs(Office.SectionChief);

        var answer = await chief.BatchAgreeMattersAsync(request);

        answer.Outcomes.Select(o => (o.Name, o.Matter.Step, ReasonOf(o))).ShouldBe(drafts.Select(d => (d.Matter, "office-review", "")));
        (await chief.BatchAgreeMattersAsync(request)).ShouldBe(answer);
        for (var i = 0; i < drafts.Count; i++)
        {
            var agreed = (await drafts[i].ActsAsync()).Where(a => a.Verb == Verb.Agree && a.Actor.Person == "people/section-chief").ShouldHaveSingleItem();
            (agreed.Opinion, agreed.SeenSha256).ShouldBe((request.Opinion, request.Matters[i].SeenSha256));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_is_refused_says_why_and_keeps_the_others_from_nothing(StoreKind store)
    {
        var drafts = await AtReviewAsync(store, 5);
        var request = await BatchOfAsync(drafts);
        request.Matters[0].Etag = "0";
        request.Matters[1].SeenSha256 = new string('0', 64);
        await drafts[2].DoAsync("section-review");
        request.Matters.Add(request.Matters[4]);
        request.Matters.Add(new BatchedMatter { Name = $"matters/{Guid.NewGuid()}", Etag = "1", SeenSha256 = new string('0', 64) });

        var outcomes = (await drafts[0].MattersAs(Office.SectionChief).BatchAgreeMattersAsync(request)).Outcomes;

        outcomes.Select(ReasonOf).ShouldBe(["STALE_ETAG", "CONTENT_CHANGED", "STALE_ETAG", "", "", "STALE_ETAG", "MATTER_NOT_FOUND"]);
        (await Task.WhenAll(drafts.Select(async d => (await d.MatterAsync()).Step))).ShouldBe(["section-review", "section-review", "office-review", "office-review", "office-review"]);
        (await drafts[0].ActsAsync()).ShouldNotContain(a => a.Verb == Verb.Agree && a.Actor.Person == "people/section-chief");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_agrees_in_a_batch_to_what_is_not_theirs_not_light_or_not_to_be_seen(StoreKind store)
    {
        var drafts = await AtReviewAsync(store, 1);
        var request = await BatchOfAsync(drafts);
        ReasonOf((await drafts[0].MattersAs(Office.Staff).BatchAgreeMattersAsync(request)).Outcomes.Single()).ShouldBe("NOT_THE_HOLDER");
        ReasonOf((await drafts[0].MattersAs(DraftUnderway.Outsider).BatchAgreeMattersAsync(request)).Outcomes.Single()).ShouldBe("MATTER_NOT_FOUND");

        await drafts[0].DoAsync("section-review");
        await drafts[0].DoAsync("office-review");
        request = await BatchOfAsync(drafts);
        var refused = (await drafts[0].MattersAs(Office.DeputyDirector).BatchAgreeMattersAsync(request)).Outcomes.Single();
        ReasonOf(refused).ShouldBe("STEP_NOT_LIGHT");
        refused.Refusal.GetDetail<ErrorInfo>()!.Metadata["step"].ShouldBe("签发");
    }

    [Theory, EveryDatabase]
    public async Task A_batch_has_a_hundred_matters_at_the_most_each_as_it_was_read(StoreKind store)
    {
        var drafts = await AtReviewAsync(store, 1);
        var request = new BatchAgreeMattersRequest();
        (await Refused.FieldsOfAsync(drafts[0].MattersAs(Office.SectionChief).BatchAgreeMattersAsync(request))).ShouldBe(["matters"]);
        request.Matters.Add(new BatchedMatter { Name = drafts[0].Matter });
        (await Refused.FieldsOfAsync(drafts[0].MattersAs(Office.SectionChief).BatchAgreeMattersAsync(request))).ShouldBe(["matters[0].etag", "matters[0].seen_sha256"], ignoreOrder: true);
        var one = (await BatchOfAsync(drafts)).Matters[0];
        var many = new BatchAgreeMattersRequest { Matters = { Enumerable.Repeat(one, 101) } };
        (await Refused.FieldsOfAsync(drafts[0].MattersAs(Office.SectionChief).BatchAgreeMattersAsync(many))).ShouldBe(["matters"]);
    }

    private async Task<IReadOnlyList<DraftUnderway>> AtReviewAsync(StoreKind store, int count)
    {
        var suite = await suites.On(store);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(_ => DraftUnderway.AtAsync(suite, "section-review")));
    }

    private static async Task<BatchAgreeMattersRequest> BatchOfAsync(IReadOnlyList<DraftUnderway> drafts)
    {
        var request = new BatchAgreeMattersRequest { Opinion = "拟同意，请办公室核。" };
        foreach (var draft in drafts)
        {
            var matter = await draft.MatterAsync();
            request.Matters.Add(new BatchedMatter { Name = matter.Name, Etag = matter.Etag, SeenSha256 = matter.ContentSha256 });
        }
        return request;
    }

    private static string ReasonOf(BatchOutcome outcome) => outcome.Refusal?.GetDetail<ErrorInfo>()?.Reason ?? "";
}
