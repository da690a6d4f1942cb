using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class CompareOutgoingDocumentVersionsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_characters_that_differ_are_shown(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "现将有关事项通知如下。\n一、统一认识。\n二、落实责任。\n三、加强督查。"));
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("copy_recipients", d => d.CopyRecipients = "市财政局"));

        var differences = (await on.As(Office.SectionChief).CompareOutgoingDocumentVersionsAsync(Request(on, 1, 3))).Differences;

        differences.Where(d => d.Kind == DifferenceKind.Removed).Select(d => d.Text).ShouldBe(["提高"]);
        differences.Where(d => d.Kind == DifferenceKind.Added).Select(d => (d.Field, d.Text)).ShouldBe([("copy_recipients", "市财政局"), ("body", "统一"), ("body", "。\n三、加强督查")]);
        differences.Select(d => d.Field).Distinct().ShouldBe(["title", "main_recipients", "copy_recipients", "body"]);
        // Backwards, what was added is removed.
        (await on.As(Office.SectionChief).CompareOutgoingDocumentVersionsAsync(Request(on, 3, 1))).Differences.Where(d => d.Kind == DifferenceKind.Added).Select(d => d.Text).ShouldBe(["提高"]);
    }

    [Theory, EveryDatabase]
    public async Task A_version_that_is_not_there_and_a_document_not_seen_are_not_found(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        (await Refused.ForAsync("VERSION_NOT_FOUND", on.As(Office.Staff).CompareOutgoingDocumentVersionsAsync(Request(on, 1, 2)))).Metadata["version"].ShouldBe("2");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.As(DraftUnderway.Outsider).CompareOutgoingDocumentVersionsAsync(Request(on, 1, 1)));
        (await on.As(Office.Staff).CompareOutgoingDocumentVersionsAsync(Request(on, 1, 1))).Differences.ShouldAllBe(d => d.Kind == DifferenceKind.Kept);
    }

    private static CompareOutgoingDocumentVersionsRequest Request(DraftUnderway on, int from, int to) => new() { Name = on.Name, FromVersion = from, ToVersion = to };
}
