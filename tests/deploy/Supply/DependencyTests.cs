using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Supply;

/// <summary>
/// What is built into the suite comes under licences an office may use, in versions that are written down. Known
/// vulnerabilities are asked for by `make audit`, which needs the indexes of the registries.
/// </summary>
public sealed partial class DependencyTests
{
    private static readonly string[] Permissive =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "PostgreSQL", "BlueOak-1.0.0", "(Apache-2.0 AND BSD-3-Clause)"];

    /// <summary>Asks that changes to its own files stay open; nothing of it is in what the suite ships.</summary>
    private const string ForTools = "MPL-2.0";

    /// <summary>Packages whose description names no licence by its identifier, and the one they come under.</summary>
    private static readonly Dictionary<string, string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        ["System.Security.Cryptography.ProtectedData"] = "MIT", // https://github.com/dotnet/corefx/blob/master/LICENSE.TXT
        ["KeraLua"] = "MIT", // https://github.com/nlua/KeraLua/blob/main/LICENSE
        ["jieba.NET"] = "MIT", // https://opensource.org/licenses/MIT
        ["diskann-garnet"] = "MIT", // https://github.com/microsoft/DiskANN/blob/main/LICENSE
        ["CommandLineParser"] = "MIT", // License.md in the package
        ["node_modules/busboy"] = "MIT", // its LICENSE, as of the next two
        ["node_modules/dicer"] = "MIT",
        ["node_modules/streamsearch"] = "MIT",
        ["node_modules/humanize-number"] = "MIT", // its Readme.md, as of the next
        ["node_modules/only"] = "MIT",
    };

    [Fact]
    public void Every_package_comes_under_a_permissive_licence()
    {
        // Most projects use the same: each is read once.
        var packages = Packages().Distinct().ToList();
        packages.Count.ShouldBeGreaterThan(100);
        packages.Select(p => (p.Name, Licence: LicenceOf(p.Folder) ?? Read.GetValueOrDefault(p.Name, "none that it names")))
            .Where(p => !p.Licence.Split(" OR ").Any(Permissive.Contains)).Select(p => $"{p.Name}: {p.Licence}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gateway/console")]
    [InlineData("tests/console")]
    [InlineData("tests/contracts")]
    [InlineData("tests/testing/s3")]
    [InlineData("tests/deploy/tools")]
    public void Every_npm_package_does_and_is_the_one_that_was_locked(string folder)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Path($"{folder}/package-lock.json")));
        var packages = locked.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0).ToList();
        packages.ShouldNotBeEmpty();
        packages.Where(p => !MayBeUsed(folder, p)).Select(p => $"{p.Name}: {TextOf(p.Value, "license")}").ShouldBeEmpty();
        packages.Where(p => TextOf(p.Value, "integrity").Length == 0).Select(p => p.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Versions_are_written_in_one_place_and_every_project_locks_what_follows_from_them()
    {
        var projects = Directory.GetFiles(RepositoryFiles.Root, "*.csproj", SearchOption.AllDirectories).Where(f => !f.Contains("/node_modules/", StringComparison.Ordinal)).ToList();
        projects.Count.ShouldBeGreaterThan(20);
        projects.Where(f => VersionHere().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();
        projects.Where(f => !File.Exists(Path.Combine(Path.GetDirectoryName(f)!, "packages.lock.json"))).ShouldBeEmpty();
    }

    // Tools of the build and of tests are not shipped.
    private static bool MayBeUsed(string folder, JsonProperty package) => (TextOf(package.Value, "license") is { Length: > 0 } named ? named : Read.GetValueOrDefault(package.Name, "")) switch
    {
        ForTools => folder.StartsWith("tests/", StringComparison.Ordinal) || (package.Value.TryGetProperty("dev", out var dev) && dev.GetBoolean()),
        var licence => Permissive.Contains(licence),
    };

    private static string TextOf(JsonElement package, string name) => package.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    /// <summary>The packages of every project, as they were restored.</summary>
    private static IEnumerable<(string Name, string Folder)> Packages()
    {
        foreach (var file in Directory.GetFiles(RepositoryFiles.Root, "project.assets.json", SearchOption.AllDirectories))
        {
            using var assets = JsonDocument.Parse(File.ReadAllText(file));
            var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
            foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package"))
            {
                var path = library.Value.GetProperty("path").GetString()!;
                yield return (library.Name.Split('/')[0], folders.Select(f => Path.Combine(f, path)).First(Directory.Exists));
            }
        }
    }

    private static string? LicenceOf(string folder)
    {
        var description = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single());
        return description.Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression")?.Value;
    }

    [GeneratedRegex("<PackageReference [^>]*\\bVersion(Override)?=")]
    private static partial Regex VersionHere();
}
