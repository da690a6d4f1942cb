using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Backoffice.Gateway;
using Backoffice.Identity;
using Backoffice.Options.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Hosting;
using Backoffice.Testing;
using Google.Protobuf.Reflection;
using Xunit;
using CallerKind = Backoffice.Options.V1.Caller;

namespace Backoffice.Suite.Tests.Documentation;

/// <summary>The generated references in docs/reference, held against what the contracts and options say now.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Permissions_are_as_documented()
    {
        var roles = Enum.GetValues<Role>().Where(r => r != Role.Unspecified).ToList();
        var text = Header("Permissions", "Who may call which rpc: ● the role may, · it may not. Everything else about an rpc is in its proto.");
        text.Append("| rpc | permission | repeat | audit | rate |").AppendJoin('|', roles.Select(r => $" {RoleNames.NameOf(r)} ")).AppendLine("|");
        text.Append("|---|---|---|---|---|").AppendJoin('|', roles.Select(_ => ":-:")).AppendLine("|");
        foreach (var rpc in ContractTable.OfSuite().Rpcs)
        {
            var who = rpc.Access.Caller switch { CallerKind.Self => "*own account*", CallerKind.Peer => "*other services*", _ => $"`{rpc.Access.Permission}`" };
            text.Append(CultureInfo.InvariantCulture, $"| {rpc.Name.Replace("backoffice.", "", StringComparison.Ordinal)} | {who} | {Short(rpc.Access.Repeat)} | {Short(rpc.Access.Audit)} | {Short(rpc.Access.Rate)} |");
            text.AppendJoin('|', roles.Select(r => rpc.Access.Caller == CallerKind.Self || rpc.Roles.Contains(r) ? " ● " : " · ")).AppendLine("|");
        }
        Snapshot.Match("docs/reference/permissions.md", text.ToString());
    }

    [Fact]
    public void Errors_are_as_documented()
    {
        var text = Header("Errors", "Every reason for which a call is refused: `ErrorInfo.domain` and `reason`, the google.rpc code, when it happens, and the texts. A name in braces is a fact in `ErrorInfo.metadata`.");
        foreach (var catalogue in ContractFiles.All.SelectMany(f => f.EnumTypes).Where(e => e.GetOptions()?.HasExtension(ErrorExtensions.ErrorDomain) == true))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {catalogue.GetOptions().GetExtension(ErrorExtensions.ErrorDomain)}").AppendLine();
            text.AppendLine("| reason | code | when | en | zh-CN |").AppendLine("|---|---|---|---|---|");
            foreach (var value in catalogue.Values.Where(v => v.Number != 0))
            {
                var error = value.GetOptions().GetExtension(ErrorExtensions.Error);
                text.AppendLine(CultureInfo.InvariantCulture, $"| `{value.Name["ERROR_REASON_".Length..]}` | {(Grpc.Core.StatusCode)error.Code} | {OneLine(ContractComments.Of(value))} | {error.En} | {error.Zh} |");
            }
            text.AppendLine();
        }
        Snapshot.Match("docs/reference/errors.md", text.ToString());
    }

    [Fact]
    public void Events_are_as_documented()
    {
        var text = Header("Events", "What each service tells the others, on its topic `<service>-events`, as proto-JSON inside an EventRecord.");
        foreach (var file in ContractFiles.All.Where(f => f.Name.EndsWith("/events.proto", StringComparison.Ordinal)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {file.Package.Split('.')[1]}-events").AppendLine();
            foreach (var type in file.MessageTypes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"### {type.Name}").AppendLine().AppendLine(OneLine(ContractComments.Of(type))).AppendLine();
                foreach (var field in type.Fields.InFieldNumberOrder())
                    text.AppendLine(CultureInfo.InvariantCulture, $"- `{field.JsonName}` {OneLine(ContractComments.Of(field))}");
                text.AppendLine();
            }
        }
        Snapshot.Match("docs/reference/events.md", text.ToString());
    }

    [Fact]
    public void Configuration_is_as_documented()
    {
        var text = Header("Configuration", "Environment variables of each process, with their defaults. `backoffice up` sets them itself.");
        foreach (var (type, section, who) in new[]
        {
            (typeof(PlatformOptions), PlatformOptions.Section, "every service and the gateway"), (typeof(GatewayOptions), GatewayOptions.Section, "the gateway"),
            (typeof(IdentityOptions), IdentityOptions.Section, "identity"), (typeof(Archive.ArchiveOptions), Archive.ArchiveOptions.Section, "archive"),
            (typeof(Document.DocumentOptions), Document.DocumentOptions.Section, "document"),
        })
        {
            var comments = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, m => OneLine(m.Element("summary")?.Value ?? ""));
            text.AppendLine(CultureInfo.InvariantCulture, $"## {section} ({who})").AppendLine().AppendLine("| variable | default | meaning |").AppendLine("|---|---|---|");
            var defaults = Activator.CreateInstance(type);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.DeclaringType == type))
                text.AppendLine(CultureInfo.InvariantCulture, $"| `{section}__{property.Name}` | {Default(property.GetValue(defaults))} | {comments.GetValueOrDefault($"P:{type.FullName}.{property.Name}", "")} |");
            text.AppendLine();
        }
        Snapshot.Match("docs/reference/configuration.md", text.ToString());
    }

    private static StringBuilder Header(string title, string about) =>
        new StringBuilder($"# {title}").AppendLine().AppendLine().AppendLine("Generated by `make gen`; a test fails when it is out of date.").AppendLine().AppendLine(about).AppendLine();

    private static string Default(object? value) => value switch
    {
        null or "" => "",
        string or bool or int or Enum => $"`{value}`",
        _ => "",
    };

    private static string Short(Enum value) => value.ToString() switch { "Unspecified" => "", "ReadOnly" => "reads", "ByRequestId" => "by request_id", var name => name.ToLowerInvariant() };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
}
