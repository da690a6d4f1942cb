using Backoffice.Deploy.Tests.Chart;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Images;

/// <summary>What the image is made of, made outside of a container by the same commands, and run as a container would be.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task What_is_published_runs_from_a_folder_it_does_not_write_to()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-publish-");
        try
        {
            var programs = Path.Combine(folder.FullName, "programs");
            // What was built for this test is published as it is: compiling it again would say nothing more.
            var published = await SystemCommand.RunAsync(RepositoryFiles.Path("deploy/publish.sh"), "programs", programs, "--no-build", "--configuration", "Debug");
            published.ExitCode.ShouldBe(0, published.All);
            ServiceFacts.All.Select(s => Path.Combine(programs, s.Program)).Append(Path.Combine(programs, "backoffice")).ShouldAllBe(p => File.Exists(p));
            Directory.GetFiles(Path.Combine(programs, "dapr"), "*.yaml", SearchOption.AllDirectories).Length.ShouldBe(5);

            var before = Directory.GetFileSystemEntries(programs, "*", SearchOption.AllDirectories);
            var data = Path.Combine(folder.FullName, "data");
            await using (await AloneService.StartAsync("logistics", new Dictionary<string, string?> { ["Backoffice:DataFolder"] = data }, programs))
                File.Exists(Path.Combine(data, "logistics.db")).ShouldBeTrue();
            Directory.GetFileSystemEntries(programs, "*", SearchOption.AllDirectories).ShouldBe(before, ignoreOrder: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_command_says_how_it_is_used()
    {
        var ended = await SystemCommand.RunAsync(RepositoryFiles.Path("deploy/publish.sh"));
        ended.ExitCode.ShouldBe(2);
        ended.Errors.ShouldContain("deploy/publish.sh programs OUT");
    }

    [Fact]
    public void The_image_is_made_by_these_commands_and_is_nobody()
    {
        var lines = File.ReadAllLines(RepositoryFiles.Path("deploy/Dockerfile")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        lines.Where(l => l.StartsWith("RUN deploy/", StringComparison.Ordinal)).ShouldBe(["RUN deploy/publish.sh console", "RUN deploy/publish.sh programs /programs --configuration Release"]);
        // Where the images come from is the site's to say.
        lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)).ShouldAllBe(l => l.StartsWith("FROM ${"));
        lines.Last(l => l.StartsWith("USER ", StringComparison.Ordinal)).ShouldBe("USER 1654:1654");
        lines.Last().ShouldStartWith("CMD [\"./backoffice\"");
        foreach (var program in ServiceFacts.All.Select(s => s.Program))
            lines.ShouldNotContain(l => l.Contains(program, StringComparison.Ordinal), "one image for all processes");
    }
}
