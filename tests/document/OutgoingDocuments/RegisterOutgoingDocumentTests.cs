using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class RegisterOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task It_gets_a_number_of_its_code_and_year(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "register");
        await StepOfHolder.IsAsync(on, Office.Clerk, async (person, etag, id) =>
        {
            var request = on.Registration("民函");
            (request.MatterEtag, request.RequestId) = (etag, id);
            return (await on.HandlingAs(person).RegisterOutgoingDocumentAsync(request)).Matter;
        });
        var registered = await on.GetAsync();
        registered.State.ShouldBe(OutgoingDocumentState.Registered);
        registered.DocumentNumber.ShouldMatch($"^民函〔{DraftUnderway.Today.Year}〕[1-9][0-9]*号$");
        (await on.MatterAsync()).Step.ShouldBe("print");
        (await on.ProgressAsync())[^1].SubjectNumber.ShouldBe(registered.DocumentNumber);
    }

    // Rulebook case 36.
    [Theory, EveryDatabase]
    public async Task Before_the_recheck_there_is_no_number(StoreKind store)
    {
        var suite = await suites.On(store);
        foreach (var (step, person) in new[] { ("draft", Office.Staff), ("section-review", Office.SectionChief), ("sign", Office.DeputyDirector), ("recheck", Office.Clerk) })
        {
            var on = await DraftUnderway.AtAsync(suite, step);
            (await Breaches.OfAsync(on.HandlingAs(person).RegisterOutgoingDocumentAsync(on.Registration()))).ShouldBe(["DOC-O02 第25条(二)"], step);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_code_of_another_organ_is_refused(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "register");
        (await Refused.ForAsync("UNKNOWN_ORGAN_CODE", on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(on.Registration("财发")))).Metadata["codes"].ShouldBe("民发、民函");
        var none = on.Registration();
        none.CopyCount = 0;
        (await Refused.FieldsOfAsync(on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(none))).ShouldBe(["copy_count"]);
    }

    [Theory, EveryDatabase]
    public async Task Returned_after_it_was_numbered_it_keeps_its_number(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        var number = (await on.GetAsync()).DocumentNumber;
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "register", Reason = "份数有误" });
        await Refused.ForAsync("UNKNOWN_ORGAN_CODE", on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(on.Registration("民函")));
        foreach (var step in (string[])["register", "print", "dispatch"])
            await on.DoAsync(step);
        (await on.GetAsync()).DocumentNumber.ShouldBe(number);
        await Refused.ForAsync("WRONG_STATE", on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(on.Registration()));
    }

    [Theory, EveryDatabase]
    public async Task Registrations_at_the_same_moment_get_consecutive_numbers_and_what_is_broken_off_uses_none(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var waiting = new List<DraftUnderway>();
        for (var i = 0; i < 6; i++)
            waiting.Add(await DraftUnderway.AtAsync(suite, "register"));

        // As when the process is killed: a number was drawn, and nothing committed.
        await using (var scope = suite.Services("document").CreateAsyncScope())
        await using (var turn = await scope.ServiceProvider.GetRequiredService<DocumentDb>().BeginTurnAsync(Writer.For("test", "register and be killed"), TestContext.Current.CancellationToken))
            (await turn.NextNumberAsync($"document-number/民发/{DraftUnderway.Today.Year}")).ShouldBe(1);
        // Refused after the number was drawn.
        await Refused.ForAsync("NOT_THE_HOLDER", waiting[0].HandlingAs(Office.Staff).RegisterOutgoingDocumentAsync(waiting[0].Registration()));

        await Task.WhenAll(waiting.Take(2).Select(on => on.DoAsync("register")));
        (await NumbersAsync(waiting.Take(2))).ShouldBe([1, 2]);

        // Broken off at any moment: answered or not, a number is used by a document or not at all.
        await Task.WhenAll(waiting.Skip(2).Select(async (on, i) =>
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(3 * i));
            try
            {
                await on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(on.Registration(), cancellationToken: stop.Token);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled)
            {
                // What a caller that gave up sees.
            }
        }));
        foreach (var on in waiting.Skip(2))
        {
            if ((await on.MatterAsync()).Step == "register")
                await Refused.ReasonOfAsync(on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(on.Registration()));
        }
        (await NumbersAsync(waiting)).ShouldBe([1, 2, 3, 4, 5, 6]);
        var register = await waiting[0].NumbersAs(Office.Clerk).ListDocumentNumbersAsync(new ListDocumentNumbersRequest { OrganCode = "民发", Year = DraftUnderway.Today.Year });
        register.MissingSequences.ShouldBeEmpty();
        register.LastSequence.ShouldBe(6);
    }

    private static async Task<IReadOnlyList<int>> NumbersAsync(IEnumerable<DraftUnderway> documents)
    {
        var numbers = new List<int>();
        foreach (var on in documents)
            numbers.Add(int.Parse((await on.GetAsync()).DocumentNumber.Split('〕')[1].TrimEnd('号')));
        return [.. numbers.Order()];
    }
}
