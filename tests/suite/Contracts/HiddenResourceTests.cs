using Backoffice.Document.V1;
using Backoffice.Host.Demo;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Backoffice.Suite.Tests.Journeys;
using Backoffice.Testing;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>
/// Somebody with the right role and no business with a document names it in every field of the contract that takes such a name: each
/// answer is the one about a document that does not exist, and nothing of it is told or changed.
/// </summary>
public sealed class HiddenResourceTests(Demonstrations demonstrations)
{
    private const string Secret = "不与外人道的事由";

    [Theory, EveryDatabase]
    public async Task What_somebody_may_not_see_is_answered_as_what_does_not_exist(StoreKind store)
    {
        var suite = await demonstrations.On(store);
        var hidden = await HiddenAsync(suite);
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var rpc in ContractTable.OfSuite().Rpcs.Where(r => r.Http is not null && r.Roles.Count > 0))
        {
            foreach (var (name, outsiders) in hidden)
            {
                foreach (var place in NamePlaces.Of(rpc.Method.InputType, name))
                {
                    foreach (var account in outsiders.Where(a => DemoRoles.Of(a).Overlaps(rpc.Roles)).Select(a => a.Login))
                    {
                        tried++;
                        var caller = await suite.AsAsync(account);
                        var absent = await AskAsync(caller, rpc, place, $"{name[..name.IndexOf('/', StringComparison.Ordinal)]}/{Guid.CreateVersion7()}");
                        var found = await AskAsync(caller, rpc, place, name);
                        if (found != absent)
                            wrong.Add($"{account} {rpc.Name} {place.Path} = {name}: {found}, though of nothing it is {absent}");
                    }
                }
            }
        }
        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(300);
    }

    /// <summary>A received document, a draft and its matter, each with the accounts that may not see it.</summary>
    private static async Task<List<(string Name, List<DemoAccount> Outsiders)>> HiddenAsync(Demonstration suite)
    {
        var office = await OfficeAtWork.OfAsync(suite);
        var received = await office.RegisterAsync(Secret, Urgency.Unspecified);
        var draft = (await office.Outgoing("staff").CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest
        {
            OutgoingDocument = new OutgoingDocument { Title = $"关于{Secret}的通知", Genre = DocumentGenre.Notice, MainRecipients = "各县区民政局", Body = $"各县区民政局：\n{Secret}。" },
        })).OutgoingDocument.Name;
        var matter = (await office.Outgoing("staff").SubmitOutgoingDocumentAsync(new SubmitOutgoingDocumentRequest { Name = draft })).Matter.Name;
        var hidden = new List<(string, List<DemoAccount>)>();
        foreach (var (name, rpc) in new[] { (received, "IncomingDocumentService/GetIncomingDocument"), (draft, "OutgoingDocumentService/GetOutgoingDocument"), (matter, "MatterService/GetMatter") })
        {
            var get = ContractTable.OfSuite().Find($"/backoffice.document.v1.{rpc}")!;
            var outsiders = new List<DemoAccount>();
            foreach (var account in DemoOffice.Bureau.Accounts)
            {
                if ((await (await suite.AsAsync(account.Login)).CallAsync(get, NamePlaces.Of(get.Method.InputType, name).Single().Request(name))).Code == StatusCode.NotFound)
                    outsiders.Add(account);
            }
            outsiders.ShouldNotBeEmpty(name);
            hidden.Add((name, outsiders));
        }
        return hidden;
    }

    private static async Task<string> AskAsync(CallInvoker caller, RpcContract rpc, NamePlace place, string name)
    {
        var outcome = await caller.CallAsync(rpc, place.Request(name));
        outcome.Reason.ShouldNotBe("RATE_LIMITED");
        var said = outcome.Code == StatusCode.OK && ByteString.CopyFrom(outcome.Answer).ToStringUtf8().Contains(Secret, StringComparison.Ordinal) ? ", with its words" : "";
        // The hour of the answer is nobody's secret, and another one in the next.
        var detail = System.Text.RegularExpressions.Regex.Replace(outcome.Detail.Replace(name, "-", StringComparison.Ordinal), "[0-9]{2}:[0-9]{2}:[0-9]{2}", "");
        return $"{outcome.Code} {outcome.Reason} {detail}{said}";
    }
}

/// <summary>A field of a request that takes names of a kind, in a request that is otherwise plausible.</summary>
internal sealed record NamePlace(string Path, Func<string, byte[]> Request);

/// <summary>Finds them.</summary>
internal static class NamePlaces
{
    public static IEnumerable<NamePlace> Of(MessageDescriptor type, string name) =>
        Within(type, name, depth: 0).Select(p => new NamePlace(p.Path, value => RequestOf(type, p.Put, value)));

    private static byte[] RequestOf(MessageDescriptor type, Action<IMessage, string> put, string value)
    {
        var request = Plausible.Message(type, "zz");
        put(request, value);
        return request.ToByteArray();
    }

    private static IEnumerable<(string Path, Action<IMessage, string> Put)> Within(MessageDescriptor type, string name, int depth)
    {
        foreach (var field in type.Fields.InFieldNumberOrder().Where(f => !f.IsMap))
        {
            if (field.FieldType == FieldType.String && Takes(field, name))
                yield return (field.Name, (message, value) => Hostile.Put(message, field, value));
            if (field is not { FieldType: FieldType.Message, IsRepeated: false } || depth > 1)
                continue;
            foreach (var inner in Within(field.MessageType, name, depth + 1))
            {
                yield return ($"{field.Name}.{inner.Path}", (message, value) =>
                {
                    if (field.Accessor.GetValue(message) is IMessage nested)
                        inner.Put(nested, value);
                }
                );
            }
        }
    }

    private static bool Takes(FieldDescriptor field, string name)
    {
        var rules = Plausible.RulesOf(field);
        var text = field.IsRepeated ? rules.Repeated?.Items?.String : rules.String;
        return text is { HasPattern: true } && System.Text.RegularExpressions.Regex.IsMatch(name, text.Pattern);
    }
}
