using System.Text;
using System.Text.Json;
using Backoffice.Procedures.Definitions;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Definitions;

public sealed class ProcedureLibraryTests
{
    [Fact]
    public void New_matters_run_by_the_latest_version_and_running_ones_by_their_own()
    {
        var (first, second) = (Procedure(), Procedure() with { Version = 2, Steps = [Procedure()["draft"] with { Next = [] }] });
        var matter = Course.Begin(first).Matter;
        var library = new ProcedureLibrary([first, second]);
        library.Latest("outgoing").ShouldBeSameAs(second);
        matter.By(library).Procedure.ShouldBeSameAs(first);
        new Course(matter).Agree(Drafter).Is("chief", Chief);
    }

    [Fact]
    public void A_version_that_matters_run_by_must_stay()
    {
        var matter = Course.Begin().Matter;
        Should.Throw<InvalidOperationException>(() => matter.By(new ProcedureLibrary([Procedure() with { Version = 2 }]))).Message.ShouldContain("put its file back");
        Should.Throw<InvalidOperationException>(() => new ProcedureLibrary([]).Latest("outgoing"));
    }

    [Fact]
    public void All_problems_of_all_definitions_are_said_at_once()
    {
        var broken = Procedure() with { Steps = [.. Procedure().Steps.Select(s => s with { Rule = "" })] };
        Should.Throw<ProcedureException>(() => new ProcedureLibrary([broken, Procedure()])).Problems.Count.ShouldBe(broken.Steps.Count + 1);
        Should.Throw<ProcedureException>(() => new ProcedureLibrary([Procedure(), Procedure()])).Problems.ShouldBe(["outgoing version 1 exists 2 times."]);
    }

    [Fact]
    public void A_file_is_read_strictly()
    {
        Read("""
            { // a site's own
              "id": "loan", "version": 2, "title": "借阅", "steps": [
                { "id": "ask", "title": "申请", "duty": { "kind": "FunctionInUnit", "functions": ["SectionChief"] }, "rule": "ARC-1", "limit": "1 working day", "output": "申请单",
                  "signers": { "mode": "InOrder", "completes": true } } ] }
            """).ShouldSatisfyAllConditions(
            d => d.First.Duty.Functions.ShouldBe([Backoffice.Coordination.V1.PostFunction.SectionChief]),
            d => d.First.Signers.ShouldBe(new Countersigning { Mode = CountersignMode.InOrder, Completes = true }),
            d => d.First.Delegable.ShouldBeTrue(),
            d => DefinitionCheck.Problems(d).ShouldBeEmpty());
        Should.Throw<JsonException>(() => Read("""{ "id": "loan", "sepcial": 1 }"""));
        Should.Throw<JsonException>(() => Read("null"));
    }

    private static ProcedureDefinition Read(string json) => ProcedureLibrary.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
