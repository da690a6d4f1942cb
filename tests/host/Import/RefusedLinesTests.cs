using System.Text.Json;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Import;

public sealed class RefusedLinesTests(RunningDemonstration demonstration)
{
    [Fact]
    public async Task Bad_lines_are_reported_with_number_and_reason_and_the_good_ones_come_in()
    {
        var installation = await demonstration.InstallationAsync();
        var file = ImportFile.Write(
            installation, "mixed",
            ImportFile.Line("1", "混合批次"),
            """{"id": "2", "title": "缺了右括号" """,
            """{"id": "3", "title": null, "body": "没有标题"}""",
            "",
            """{"title": "没有编号"}""",
            $$"""{"id": "6", "title": "{{new string('长', 501)}}"}""",
            """["不是对象"]""",
            """{"id": "8", "title": "密级文件", "body": "机密★10年"}""",
            // More than the gateway lets through, whatever it says.
            $$"""{"id": "9", "title": "正文过长", "body": "{{new string('长', 6_000_000)}}"}""",
            "   ",
            ImportFile.Line("11", "混合批次"));

        var ended = await installation.RunAsync("import", "documents", file);
        ended.ExitCode.ShouldBe(2, ended.All);
        ended.Output.ShouldContain($"2 imported, 0 were there before, 7 refused; the reasons are in {installation.PathOf("mixed.refused.jsonl")}.");
        var refused = ReadReport(installation.PathOf("mixed.refused.jsonl"));
        refused.Select(r => (r.Line, r.Reason)).ShouldBe(
            [(2, "UNREADABLE"), (3, "INCOMPLETE"), (5, "UNREADABLE"), (6, "INVALID_REQUEST"), (7, "UNREADABLE"), (8, "STATE_SECRET_REFUSED"), (9, "TOO_LONG")], ignoreOrder: true);
        refused.ShouldAllBe(r => r.Message.Length > 0);
        refused.Single(r => r.Line == 6).Message.ShouldContain("title");
        (await (await Register.OfAsync(installation)).CountFoundAsync("混合批次")).ShouldBe(2);
    }

    [Fact]
    public async Task A_further_run_reports_anew_instead_of_twice()
    {
        var installation = await demonstration.InstallationAsync();
        var (file, report) = (ImportFile.Write(installation, "repeated", "{", ImportFile.Line("2", "再次导入")), installation.PathOf("reasons.jsonl"));
        await installation.RunAsync("import", "documents", file, "--report", report);
        var again = await installation.RunAsync("import", "documents", file, "--report", report);
        again.ExitCode.ShouldBe(2, again.All);
        again.Output.ShouldContain("0 imported, 1 were there before, 1 refused");
        ReadReport(report).ShouldHaveSingleItem().Line.ShouldBe(1);
    }

    [Fact]
    public async Task The_report_does_not_go_over_the_file_itself()
    {
        var installation = await demonstration.InstallationAsync();
        var file = ImportFile.Write(installation, "precious", "{");
        var ended = await installation.RunAsync("import", "documents", file, "--report", file);
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("--report");
        File.ReadAllText(file).ShouldBe("{\n");
    }

    private static List<Refusal> ReadReport(string path) => [.. File.ReadAllLines(path).Select(l => JsonSerializer.Deserialize<Refusal>(l, JsonSerializerOptions.Web)!)];

    private sealed record Refusal(int Line, string Reason, string Message);
}
