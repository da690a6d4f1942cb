using System.Text.RegularExpressions;
using Backoffice.Platform.Contracts;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Documentation;

/// <summary>The map is the territory: what the documents promise about the tree is so.</summary>
public sealed partial class StructureTests
{
    [Fact]
    public void Every_rpc_has_its_file_and_its_test()
    {
        var missing = new List<string>();
        foreach (var rpc in ContractTable.OfSuite().Rpcs.Where(r => !r.Name.StartsWith("backoffice.platform.", StringComparison.Ordinal)))
        {
            var service = rpc.Method.File.Package.Split('.')[1];
            if (Find($"services/{service}", $"{rpc.Method.Name}.cs").Count != 1)
                missing.Add($"services/{service}/…/{rpc.Method.Name}.cs");
            if (Find($"tests/{service}", $"{rpc.Method.Name}Tests.cs").Count != 1)
                missing.Add($"tests/{service}/…/{rpc.Method.Name}Tests.cs");
        }
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_resource_and_event_is_in_the_glossary_and_every_row_is_used()
    {
        var rows = File.ReadAllLines(RepositoryFiles.Path("docs/glossary.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[2].Trim('`')).ToHashSet();
        var messages = ContractFiles.All.SelectMany(f => f.MessageTypes).ToList();
        var resources = messages.Where(m => m.FindFieldByName("name") is not null && m.FindFieldByName("etag") is not null && !m.Name.EndsWith("Request", StringComparison.Ordinal)).Select(m => m.Name);
        var events = ContractFiles.All.Where(f => f.Name.EndsWith("/events.proto", StringComparison.Ordinal)).SelectMany(f => f.MessageTypes).Select(m => m.Name);
        resources.Concat(events).Where(n => !rows.Contains(n)).ShouldBeEmpty("without a row in docs/glossary.md");

        var names = messages.Select(m => m.Name).Concat(ContractFiles.All.SelectMany(f => f.EnumTypes).Select(e => e.Name))
            .Concat(messages.SelectMany(m => m.Fields.InFieldNumberOrder()).Select(f => f.PropertyName)).Concat(ContractTable.OfSuite().Rpcs.Select(r => r.Method.Name))
            .Concat(ContractFiles.All.SelectMany(f => f.EnumTypes).SelectMany(e => e.Values).Select(v => v.Name)).ToHashSet();
        rows.Where(r => !names.Contains(r)).ShouldBeEmpty("rows of docs/glossary.md that no contract uses");
    }

    [Fact]
    public void Links_in_the_documents_lead_somewhere()
    {
        var broken = new List<string>();
        foreach (var file in Documents())
        {
            foreach (Match link in Link().Matches(File.ReadAllText(file)))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length > 0 && !target.Contains("://") && !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)))
                    broken.Add($"{Path.GetRelativePath(RepositoryFiles.Root, file)}: {target}");
            }
        }
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var numbers = Directory.GetFiles(RepositoryFiles.Path("docs/adr"), "*.md").Select(f => int.Parse(Path.GetFileName(f)[..4])).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    }

    private static IEnumerable<string> Documents() => Directory.GetFiles(RepositoryFiles.Root, "*.md")
        .Concat(Directory.GetFiles(RepositoryFiles.Path("docs"), "*.md", SearchOption.AllDirectories));

    private static List<string> Find(string folder, string file) => Directory.Exists(RepositoryFiles.Path(folder))
        ? [.. Directory.GetFiles(RepositoryFiles.Path(folder), file, SearchOption.AllDirectories).Where(f => !f.Contains("/obj/") && !f.Contains("/bin/"))]
        : [];

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
