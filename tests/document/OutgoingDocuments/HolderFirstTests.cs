using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

/// <summary>Whoever does not hold a document hears so first, whatever else is wrong with what they ask for.</summary>
public sealed class HolderFirstTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task At_every_step_whoever_does_not_hold_it_hears_nothing_else(StoreKind store)
    {
        var suite = await suites.On(store);
        var wrong = DraftUnderway.Notice();
        wrong.ConcernedOrgans.Add("规划财务科");
        foreach (var step in DraftUnderway.Steps.Where(s => s is not ("draft" or "dispatched")))
        {
            // Up to the signature it lacks an opinion that the rules ask for; after it, each request has something wrong.
            var on = await DraftUnderway.AtAsync(suite, step, step is "section-review" or "office-review" or "sign" ? wrong.Clone() : null);
            var stranger = on.HandlingAs(DraftUnderway.Drafter);
            var signature = on.Signature();
            signature.SignDate = new() { Year = 2026, Month = 1, Day = 31 };
            var attempts = new (string Rpc, Func<Task<IMessage>> Call)[]
            {
                ("submit", () => Of(on.As(DraftUnderway.Drafter).SubmitOutgoingDocumentAsync(on.Submission()))),
                ("review", () => Of(stranger.ReviewOutgoingDocumentAsync(new ReviewOutgoingDocumentRequest { Name = on.Name, Answers = { new ReviewAnswer { Part = ReviewPart.Content, InOrder = true } } }))),
                ("legality", () => Of(stranger.ReviewLegalityAsync(on.Legality(-1)))),
                ("sign", () => Of(stranger.SignOutgoingDocumentAsync(signature))),
                ("recheck", () => Of(stranger.RecheckOutgoingDocumentAsync(on.Recheck()))),
                ("register", () => Of(stranger.RegisterOutgoingDocumentAsync(on.Registration("财发")))),
                ("print", () => Of(stranger.PrintOutgoingDocumentAsync(on.Printing()))),
                ("dispatch", () => Of(stranger.DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "市审计局", Unit = "units/nowhere" })))),
            };
            foreach (var (rpc, call) in attempts)
                (await Refused.ForAsync("NOT_THE_HOLDER", async () => await call())).Metadata["holder"].ShouldNotBeEmpty($"{rpc} at {step}");
        }
    }

    private static async Task<IMessage> Of<T>(AsyncUnaryCall<T> call) where T : IMessage => await call;
}
