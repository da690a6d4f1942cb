using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class GetSealApplicationTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task Whoever_reads_the_document_reads_its_application(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        var read = (await house.SealingAs(Office.SectionChief).GetSealApplicationAsync(new GetSealApplicationRequest { Name = applied.Name })).SealApplication;
        (read.OutgoingDocument, read.Seal, read.Matter, read.Approver).ShouldBe((applied.On.Name, house.Seal.Name, applied.Matter, ""));
        await Refused.ForAsync("SEAL_APPLICATION_NOT_FOUND", house.SealingAs(DraftUnderway.Outsider).GetSealApplicationAsync(new GetSealApplicationRequest { Name = applied.Name }));
        await Refused.ForAsync("SEAL_APPLICATION_NOT_FOUND", house.SealingAs(Office.SectionChief).GetSealApplicationAsync(new GetSealApplicationRequest { Name = $"sealApplications/{Guid.NewGuid()}" }));
        // Its matter is read like any other.
        await Refused.ForAsync("MATTER_NOT_FOUND", house.MattersAs(DraftUnderway.Outsider).GetMatterAsync(new GetMatterRequest { Name = applied.Matter }));
    }
}
