using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class UpdateIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_correction_keeps_the_number_and_the_version_before(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var before = await documents.RegisterAsync();
        var change = before.Clone();
        change.Title = "更正后的标题";
        change.Issuer = "not named by the mask";

        var after = (await documents.UpdateIncomingDocumentAsync(Change(change, "title"))).IncomingDocument;

        after.Title.ShouldBe("更正后的标题");
        after.Issuer.ShouldBe(before.Issuer);
        after.RegistrationNumber.ShouldBe(before.RegistrationNumber);
        after.Version.ShouldBe(2);
        after.Etag.ShouldNotBe(before.Etag);
        (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = before.Name })).IncomingDocument.ShouldBe(after);
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_is_refused_and_of_two_at_once_one_wins(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var registered = await documents.RegisterAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            var change = registered.Clone();
            change.Sender = $"来文单位{i}";
            try
            {
                await documents.UpdateIncomingDocumentAsync(Change(change, "sender"));
                return "";
            }
            catch (Grpc.Core.RpcException e)
            {
                return e.StatusCode.ToString();
            }
        }));
        outcomes.Count(o => o.Length == 0).ShouldBe(1);
        outcomes.Count(o => o == "Aborted").ShouldBe(5);
        var info = await Refused.ForAsync("STALE_ETAG", documents.UpdateIncomingDocumentAsync(Change(registered, "sender")));
        info.Metadata["name"].ShouldBe(registered.Name);
    }

    [Theory, EveryDatabase]
    public async Task Search_follows_a_change_of_text_and_of_readers(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var chief = await suites.DocumentsAs(Office.SectionChief, store);
        var registered = await documents.RegisterAsync();
        var word = $"改{Guid.NewGuid():N}";
        registered.Body = $"正文{word}";
        registered.Readers.Clear();
        registered.Readers.AddRange([Office.SectionUnit, Office.OfficeUnit]);
        var search = new SearchIncomingDocumentsRequest { Query = word };
        (await chief.SearchIncomingDocumentsAsync(search)).TotalSize.ShouldBe(0);

        await documents.UpdateIncomingDocumentAsync(Change(registered, "body", "readers"));

        (await chief.SearchIncomingDocumentsAsync(search)).Hits.Single().IncomingDocument.Name.ShouldBe(registered.Name);
        (await (await suites.DocumentsAs(Office.Director, store)).SearchIncomingDocumentsAsync(search)).TotalSize.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_has_something_to_do_for_it_or_to_read_stays_among_the_readers(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await on.CirculateAsync("people/staff");
        var document = await on.GetDocumentAsync();
        document.Readers.Clear();
        document.Readers.Add(Office.OfficeUnit);

        var after = (await on.DocumentsAs(Office.Clerk).UpdateIncomingDocumentAsync(Change(document, "readers"))).IncomingDocument;

        after.Readers.ShouldBe(["people/staff", "posts/finance-chief", "posts/section-chief", Office.OfficeUnit]);
    }

    [Theory, EveryDatabase]
    public async Task A_mask_that_names_what_cannot_change_is_refused(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var registered = await documents.RegisterAsync();
        foreach (var path in new[] { "registration_number", "state", "name", "no_such_field" })
        {
            var info = await Refused.ForAsync("INVALID_UPDATE_MASK", documents.UpdateIncomingDocumentAsync(Change(registered, path)));
            info.Metadata["path"].ShouldBe(path);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_registered_document_keeps_a_title_and_stays_free_of_secrets(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var registered = await documents.RegisterAsync();
        var without = registered.Clone();
        without.Title = "";
        await Refused.ForAsync("INCOMPLETE", documents.UpdateIncomingDocumentAsync(Change(without, "title")));
        var secret = registered.Clone();
        secret.Body = "绝密★启用前";
        await Refused.ForAsync("STATE_SECRET_REFUSED", documents.UpdateIncomingDocumentAsync(Change(secret, "body")));
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_see_a_document_cannot_change_it(StoreKind store)
    {
        var document = Documents.Any();
        document.Readers.Add("people/director");
        var registered = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(document);
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", (await suites.DocumentsAs(Office.OfficeDirector, store)).UpdateIncomingDocumentAsync(Change(registered, "title")));
    }

    [Theory, EveryDatabase]
    public async Task A_correction_to_what_is_registered_already_is_found_as_on_registration(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var (first, second) = (await documents.RegisterAsync(), await documents.RegisterAsync());
        var change = second.Clone();
        (change.DocumentNumber, change.Issuer, change.IssueDate) = (first.DocumentNumber, first.Issuer, first.IssueDate);
        string[] paths = ["document_number", "issuer", "issue_date"];
        (await Refused.ForAsync("DUPLICATE", documents.UpdateIncomingDocumentAsync(Change(change, paths)))).Metadata["registration_number"].ShouldBe(first.RegistrationNumber);
        // A likely one is no duplicate for sure: whoever looks may go on.
        change.Issuer = "另一机关";
        await Refused.ForAsync("LIKELY_DUPLICATE", documents.UpdateIncomingDocumentAsync(Change(change, paths)));
        var accepted = Change(change, paths);
        accepted.AcceptDuplicate = true;
        var answer = await documents.UpdateIncomingDocumentAsync(accepted);
        answer.Resemblances.Select(r => (r.IncomingDocument, r.Kind)).ShouldContain((first.Name, ResemblanceKind.SameNumber));
        // Judged once, other corrections are not asked again.
        var later = answer.IncomingDocument.Clone();
        later.Sender = "市政府办公室";
        later = (await documents.UpdateIncomingDocumentAsync(Change(later, "sender"))).IncomingDocument;

        (later.Issuer, later.DuplicateReason) = (first.Issuer, "收到两份，分送两位领导");
        (await documents.UpdateIncomingDocumentAsync(Change(later, "issuer"))).IncomingDocument.DuplicateReason.ShouldBe("收到两份，分送两位领导");
    }

    private static UpdateIncomingDocumentRequest Change(IncomingDocument document, params string[] paths) =>
        new() { IncomingDocument = document, UpdateMask = new FieldMask { Paths = { paths } } };
}
