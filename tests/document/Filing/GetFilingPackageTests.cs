using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Filing;

public sealed class GetFilingPackageTests(DocumentSuites suites, ClassifiedHouses classified)
{
    [Theory, EveryDatabase]
    public async Task The_archive_gets_what_is_in_the_package_and_then_every_byte_of_it(StoreKind store)
    {
        var document = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync();
        var (package, contents) = await FetchAsync(await AsPeerAsync(store), document.Name);
        (package.Subject, package.Title, package.DocumentNumber, package.Creator).ShouldBe((document.Name, document.Title, document.DocumentNumber, document.Issuer));
        package.TermReason.ShouldNotBeEmpty();
        package.Files.Select(f => f.Role).ShouldBe(["来文", "文件处理单"]);
        for (var i = 0; i < package.Files.Count; i++)
        {
            contents[i].LongLength.ShouldBe(package.Files[i].SizeBytes);
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(contents[i])).ShouldBe(package.Files[i].Sha256);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_normative_document_is_filed_with_its_legality_review(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review", DraftUnderway.NormativeNotice());
        await on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(on.ReviewForLegality());
        await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(7));
        foreach (var step in (string[])["sign", "recheck", "register", "print", "dispatch"])
            await on.DoAsync(step);
        var (package, _) = await FetchAsync(await AsPeerAsync(store), on.Name);
        package.Metadata.Single(m => m.Name == "合法性审核").Value.ShouldBe("合法，2026-03-20至2026-03-31，7个工作日");
        package.Acts.ShouldContain(a => a.StepTitle == "合法性审核" && a.Opinion == "合法。");
    }

    // The archive decides by these whether it may hold it.
    [Theory, EveryDatabase]
    public async Task A_state_secret_is_described_with_level_period_and_copy_numbers(StoreKind store)
    {
        var house = await classified.On(store);
        var on = await ConfirmClassificationTests.ClassifiedAsync(house, "dispatch", confirm: true);
        await house.SecrecyAs(Office.Director).ExtendScopeAsync(new ExtendScopeRequest { Name = on.Name, Principals = { Office.CountyUnit }, Reason = "须其承办" });
        await on.DoAsync("dispatch");
        var (package, _) = await FetchAsync(await AsPeerAsync(house), on.Name);
        package.Metadata.Where(m => m.Name is "密级" or "保密期限" or "份号").Select(m => m.Value).ShouldBe(["机密", "10年", "000001"]);
    }

    [Theory, EveryDatabase]
    public async Task A_document_that_is_none_is_not_found_and_nobody_but_a_peer_gets_a_package(StoreKind store)
    {
        var none = $"incomingDocuments/{Guid.NewGuid()}";
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", async () => await FetchAsync(await AsPeerAsync(store), none));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", async () => await FetchAsync(await AsPeerAsync(store), $"outgoingDocuments/{Guid.NewGuid()}"));
        var director = new FilingService.FilingServiceClient((await suites.On(store)).As("document", Office.Director));
        await Refused.ForAsync("UNAUTHENTICATED", () => FetchAsync(director, none));
    }

    private async Task<FilingService.FilingServiceClient> AsPeerAsync(StoreKind store) => await AsPeerAsync(await suites.On(store));

    private static async Task<FilingService.FilingServiceClient> AsPeerAsync(Suite suite)
    {
        var sidecar = await suite.Dapr.AddSidecarAsync("archive", CancellationToken.None);
        return new(GrpcChannel.ForAddress(sidecar.GrpcEndpoint).Intercept(headers =>
        {
            headers.Add("dapr-app-id", "document");
            headers.Add("dapr-api-token", sidecar.ApiToken);
            return headers;
        }));
    }

    private static async Task<(FilingPackage Package, IReadOnlyList<byte[]> Contents)> FetchAsync(FilingService.FilingServiceClient client, string subject)
    {
        using var call = client.GetFilingPackage(new GetFilingPackageRequest { Subject = subject });
        FilingPackage? package = null;
        var contents = new List<MemoryStream>();
        await foreach (var piece in call.ResponseStream.ReadAllAsync())
        {
            package ??= piece.Package;
            while (contents.Count <= piece.File)
                contents.Add(new MemoryStream());
            piece.Data.WriteTo(contents[piece.File]);
        }
        return (package!, [.. contents.Select(c => c.ToArray())]);
    }
}
