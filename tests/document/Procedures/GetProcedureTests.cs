using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Procedures;

public sealed class GetProcedureTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_latest_version_is_read_or_the_one_asked_for(StoreKind store)
    {
        var procedures = await AsAsync(Office.Staff, store);
        var latest = (await procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/outgoing" })).Procedure;
        latest.Version.ShouldBe(3);
        latest.Steps.Select(s => s.Title).ShouldBe(["拟稿", "科室审核", "会签", "核稿", "合法性审核", "签发", "复核", "登记", "印制", "核发"]);
        var sign = latest.Steps.Single(s => s.Id == "sign");
        sign.Functions.ShouldBe(["POST_FUNCTION_DEPUTY_DIRECTOR"]);
        sign.FunctionTitles.ShouldBe(["分管副局长"]);
        (sign.Form, sign.TimeLimitText, sign.Citation).ShouldBe(("SignOutgoingDocument", "2个工作日", "《党政机关公文处理工作条例》第22条"));
        var first = (await procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/outgoing", Version = 1 })).Procedure;
        first.Steps.ShouldNotContain(s => s.Id == "legality-review");
        first.Versions.ShouldBe([1, 2, 3]);
        (await procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/outgoing-principal" })).Procedure.Steps.Single(s => s.Id == "sign").Delegable.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task What_does_not_exist_is_not_found(StoreKind store)
    {
        var procedures = await AsAsync(Office.Staff, store);
        await Refused.ForAsync("PROCEDURE_NOT_FOUND", procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/none" }));
        (await Refused.ForAsync("PROCEDURE_NOT_FOUND", procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/incoming", Version = 9 }))).Metadata["version"].ShouldBe("9");
        (await Refused.FieldsOfAsync(procedures.GetProcedureAsync(new GetProcedureRequest { Name = "matters/x", Version = -1 }))).ShouldBe(["name", "version"], ignoreOrder: true);
        await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(Office.County, store)).GetProcedureAsync(new GetProcedureRequest { Name = "procedures/incoming" }));
    }

    private async Task<ProcedureService.ProcedureServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));
}
