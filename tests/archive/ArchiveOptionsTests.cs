using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Backoffice.Archive.Tests;

public sealed class ArchiveOptionsTests
{
    [Theory, EveryDatabase]
    public async Task The_fonds_code_is_the_sites_own_and_its_items_are_numbered_apart(StoreKind store)
    {
        await using var own = await Suite.StartAsync(store, ArchiveModule.Module);
        var office = new ArchiveOffice(own, await own.AddReplicaAsync(ArchiveModule.Module, new Dictionary<string, string?> { ["Archive:FondsCode"] = "Z109" }));
        (await new ArchiveOffice(own).FileAsync(ArchiveOffice.Item(2026))).ReferenceCode.ShouldBe("0001-WS·2026-Y-0001");
        (await office.FileAsync(ArchiveOffice.Item(2026))).ReferenceCode.ShouldBe("Z109-WS·2026-Y-0001");
        (await office.ListAsync(2026)).Select(i => i.ReferenceCode).ShouldBe(["0001-WS·2026-Y-0001", "Z109-WS·2026-Y-0001"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("001")]
    [InlineData("00001")]
    [InlineData("a182")]
    [InlineData("全宗01")]
    [InlineData("0001\n")]
    public void A_fonds_code_of_another_form_stops_the_start_by_the_name_of_its_variable(string code)
    {
        var surroundings = new ModuleSurroundings { Settings = new Dictionary<string, string?> { ["Archive:FondsCode"] = code } };
        Should.Throw<OptionsValidationException>(() => ArchiveModule.Module.Build([], surroundings)).Message.ShouldContain("Archive__FondsCode");
    }
}
