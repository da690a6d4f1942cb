using Backoffice.Document.Rules;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Rules;

public sealed class StateSecretGateTests(DocumentSuites suites)
{
    // Rulebook cases 77 and 79: in a network that holds no state secrets no text bears a mark.
    // Opinions, reasons, answers, notes: whatever a person writes, wherever.
    [Theory, EveryDatabase]
    public async Task No_text_of_any_call_that_writes_is_kept_when_it_bears_a_mark(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DocumentUnderway.StartedAsync(suite);
        var trace = Guid.NewGuid().ToString("N");
        var failing = on.Screening();
        failing.Checks.Consulted = false;
        failing.Opinion = $"机密★{trace}";
        (await Refused.ForAsync("STATE_SECRET_REFUSED", on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(failing))).Metadata["field"].ShouldBe("opinion");
        await Refused.ForAsync("STATE_SECRET_REFUSED", on.MattersAs(Office.Clerk).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = "posts/office-director", Reason = $"秘密★{trace}" }));
        await Refused.ForAsync("STATE_SECRET_REFUSED", on.MattersAs(Office.Clerk).UrgeMatterAsync(new UrgeMatterRequest { Name = on.Matter, Note = $"绝 密 ★{trace}" }));
        var reviewed = await DraftUnderway.AtAsync(suite, "office-review");
        var review = reviewed.Review(ReviewPart.Content);
        review.Answers.Single(a => a.Part == ReviewPart.Content).Note = $"秘密☆{trace}";
        (await Refused.ForAsync("STATE_SECRET_REFUSED", reviewed.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(review))).Metadata["field"].ShouldBe("note");
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        (await on.ActsAsync()).Count.ShouldBe(1);
    }

    // Whatever text a request has now or will have, it is looked into.
    [Fact]
    public async Task Every_text_of_every_request_is_searched()
    {
        var suite = await suites.On(StoreKind.Sqlite);
        var requests = suite.Services("document").GetRequiredService<ContractTable>().Rpcs.Where(r => r.Access.Repeat == Repeat.ByRequestId).Select(r => r.Method.InputType).ToList();
        requests.Count.ShouldBeGreaterThan(30);
        foreach (var path in requests.SelectMany(r => Texts(r, [])))
            StateSecrets.MarkedField(Marked(path), SecrecyZone.NonClassified).ShouldBe(path[^1].Name, string.Join('.', path.Select(f => f.FullName)));
    }

    // Rulebook case 76: the notice holds hash, size, time and person alone.
    [Theory, EveryDatabase]
    public async Task What_is_only_asked_for_is_answered_and_the_trail_keeps_hash_and_size_of_what_was_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        await (await suites.DocumentsAs(Office.Clerk, store)).SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = "机密★" });
        var request = new UrgeMatterRequest { Name = $"matters/{Guid.NewGuid()}", Note = "机密★1年" };
        await Refused.ForAsync("STATE_SECRET_REFUSED", new MatterService.MatterServiceClient(suite.As("document", Office.Clerk)).UrgeMatterAsync(request));
        (await suite.FindInStoreAsync(SentContent.Describe(request.ToByteArray()))).ShouldNotBeEmpty();
    }

    /// <summary>The way to each text within a message; a message within itself is followed once.</summary>
    private static IEnumerable<FieldDescriptor[]> Texts(MessageDescriptor message, FieldDescriptor[] before)
    {
        foreach (var field in message.Fields.InFieldNumberOrder().Where(f => !before.Contains(f)))
        {
            if (field.FieldType == FieldType.String)
                yield return [.. before, field];
            else if (field.FieldType == FieldType.Message)
            {
                foreach (var path in Texts(field.MessageType, [.. before, field]))
                    yield return path;
            }
        }
    }

    /// <summary>A request with a mark at the end of the way and nothing else.</summary>
    private static IMessage Marked(ReadOnlySpan<FieldDescriptor> path)
    {
        object value = path.Length == 1 ? "机密★5年" : Marked(path[1..]);
        var message = path[0].ContainingType.Parser.ParseFrom(ByteString.Empty);
        if (path[0].IsRepeated)
            ((System.Collections.IList)path[0].Accessor.GetValue(message)).Add(value);
        else
            path[0].Accessor.SetValue(message, value);
        return message;
    }
}
