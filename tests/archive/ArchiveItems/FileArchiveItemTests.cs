using System.Text;
using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Backoffice.Archive.Tests.ArchiveOffice;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed class FileArchiveItemTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task An_item_is_filed_with_code_hash_and_found_kind(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var request = Item(1961, "关于表彰先进的决定", Files.Docx(NewText()));
        (request.ArchiveItem.Creator, request.ArchiveItem.DocumentNumber) = ("省民政厅", "民发〔2026〕3号");
        var filed = await office.FileAsync(request);
        filed.ShouldBe(new ArchiveItem(request.ArchiveItem)
        {
            Name = filed.Name,
            Etag = "1",
            ReferenceCode = "0001-WS·1961-Y-0001",
            MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            SizeBytes = request.Content.Length,
            Sha256 = HashOf(request.Content.ToByteArray()),
            FileTime = filed.FileTime,
            Filer = "archivist",
        });
        filed.FileTime.ToDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await File.ReadAllBytesAsync(office.PathOf(filed.Sha256), TestContext.Current.CancellationToken)).ShouldBe(request.Content.ToByteArray());
    }

    [Theory, EveryDatabase]
    public async Task What_the_service_decides_is_not_taken_from_the_caller(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var request = Item(1962);
        request.ArchiveItem.MergeFrom(new ArchiveItem { ReferenceCode = "9999-WS·1962-Y-9999", Filer = "li" });
        request.ArchiveItem.MergeFrom(new ArchiveItem { Sha256 = new string('0', 64), MediaType = "image/png", SizeBytes = 1, FixityIntact = true });
        var filed = await office.FileAsync(request);
        (filed.ReferenceCode, filed.MediaType, filed.Filer, filed.FixityIntact).ShouldBe(("0001-WS·1962-Y-0001", "text/plain", "archivist", false));
        filed.Sha256.ShouldBe(HashOf(request.Content.ToByteArray()));
    }

    [Theory, EveryDatabase]
    public async Task Items_are_numbered_within_year_and_retention(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var codes = new List<string>();
        foreach (var (year, period) in new[]
        {
            (1963, RetentionPeriod.Permanent), (1963, RetentionPeriod.Years30), (1963, RetentionPeriod.Permanent),
            (1964, RetentionPeriod.Permanent), (1963, RetentionPeriod.Years10),
        })
        {
            var request = Item(year);
            request.ArchiveItem.RetentionPeriod = period;
            codes.Add((await office.FileAsync(request)).ReferenceCode);
        }
        codes.ShouldBe(["0001-WS·1963-Y-0001", "0001-WS·1963-D30-0001", "0001-WS·1963-Y-0002", "0001-WS·1964-Y-0001", "0001-WS·1963-D10-0001"]);
    }

    [Theory, EveryDatabase]
    public async Task Fifty_filings_at_once_get_consecutive_codes(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => office.FileAsync(Item(1965))));
        filed.Select(i => i.ReferenceCode).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 50).Select(n => $"0001-WS·1965-Y-{n:0000}"));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer_and_no_second_code(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var request = Item(1966);
        request.RequestId = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await office.Archivist.FileArchiveItemAsync(request)));
        answers.Distinct().Count().ShouldBe(1);
        (await office.ListAsync(1966)).ShouldBe([answers[0].ArchiveItem]);
        request.ArchiveItem.Title = "另一份";
        await Refused.ForAsync("REQUEST_ID_REUSED", office.Archivist.FileArchiveItemAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Behind_item_9999_a_class_is_full(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        await office.FileAsync(Item(1967));
        await using (var scope = office.Suite.Services("archive").CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ArchiveDb>().Database.ExecuteSqlAsync(
                $"UPDATE counters SET last = 9998 WHERE name = 'reference-code/0001-WS·1967-Y'", TestContext.Current.CancellationToken);
        }
        (await office.FileAsync(Item(1967))).ReferenceCode.ShouldBe("0001-WS·1967-Y-9999");
        for (var tries = 0; tries < 2; tries++)
            (await Refused.ForAsync("REFERENCE_CODES_EXHAUSTED", office.Archivist.FileArchiveItemAsync(Item(1967)))).Metadata["class"].ShouldBe("0001-WS·1967-Y");
        var other = Item(1967);
        other.ArchiveItem.RetentionPeriod = RetentionPeriod.Years10;
        (await office.FileAsync(other)).ReferenceCode.ShouldBe("0001-WS·1967-D10-0001");
    }

    [Theory, EveryDatabase]
    public async Task Programs_scripts_macros_bombs_and_damaged_files_are_refused_with_nothing_stored(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        foreach (var (name, content) in new[]
        {
            ("program.pdf", (byte[])[.. "MZ\u0090\0\u0003\0\0\0"u8, .. Guid.NewGuid().ToByteArray()]),
            ("script.txt", Encoding.UTF8.GetBytes($"#!/bin/sh\n# {Guid.NewGuid()}")),
            ("macro.docx", Files.Package(("word/document.xml", "<a/>"), ("word/vbaProject.bin", NewText()))),
            ("archive.zip", Files.Package(("whatever.txt", NewText()))),
            ("bomb.docx", Files.Package(("word/document.xml", NewText() + new string('0', 20_000_000)))),
            ("damaged.docx", [.. "PK\u0003\u0004 not a package"u8, .. Guid.NewGuid().ToByteArray()]),
            ("latin.txt", [0xe9, 0x20, .. Guid.NewGuid().ToByteArray()]),
        })
        {
            var request = Item(1968, NewText(), content);
            request.ArchiveItem.FileName = name;
            var refused = await Refused.ForAsync("FILE_REFUSED", office.Archivist.FileArchiveItemAsync(request));
            refused.Metadata["file_name"].ShouldBe(name);
            refused.Metadata["why"].ShouldNotBeEmpty();
            File.Exists(office.PathOf(HashOf(content))).ShouldBeFalse(name);
            (await office.SearchAsync(request.ArchiveItem.Title.Split('，')[1])).ShouldBeEmpty();
        }
        (await office.FileAsync(Item(1968))).ReferenceCode.ShouldBe("0001-WS·1968-Y-0001");
        (await office.ListAsync(1968)).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_and_leaves_nothing_but_its_hash_in_the_audit_trail(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var auditor = new AuditService.AuditServiceClient(office.Suite.Call("archive", "auditor", Role.SecurityAuditor));
        foreach (var (field, mark) in new (string, Action<FileArchiveItemRequest, string>)[]
        {
            ("title", (r, secret) => r.ArchiveItem.Title = secret),
            ("creator", (r, secret) => r.ArchiveItem.Creator = secret),
            ("document_number", (r, secret) => r.ArchiveItem.DocumentNumber = secret),
            ("file_name", (r, secret) => r.ArchiveItem.FileName = secret),
            ("content", (r, secret) => r.Content = ByteString.CopyFromUtf8(secret)),
            ("content", (r, secret) => r.Content = ByteString.CopyFrom(Files.Docx($"<w:b/>{secret}"))),
        })
        {
            var plan = Guid.NewGuid().ToString();
            var request = Item(1969);
            mark(request, $"机 密★20年 {plan}");
            (await Refused.ForAsync("STATE_SECRET_REFUSED", office.Archivist.FileArchiveItemAsync(request))).Metadata["field"].ShouldBe(field);

            var hash = HashOf(request.Content.ToByteArray());
            File.Exists(office.PathOf(hash)).ShouldBeFalse();
            (await office.Suite.FindInStoreAsync(plan)).ShouldBeEmpty();
            var trail = new ListAuditEntriesRequest { Parent = "services/archive", Resource = $"sha256/{hash}/{request.Content.Length}" };
            var entry = (await auditor.ListAuditEntriesAsync(trail)).AuditEntries.ShouldHaveSingleItem();
            (entry.Account, entry.Reason, entry.Code).ShouldBe(("archivist", "STATE_SECRET_REFUSED", 9));
        }
        (await office.ListAsync(1969)).ShouldBeEmpty();

        // What may be kept is found where this looked.
        var plain = Item(1969);
        plain.ArchiveItem.Creator = Guid.NewGuid().ToString();
        await office.FileAsync(plain);
        (await office.Suite.FindInStoreAsync(plain.ArchiveItem.Creator)).ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Only_archivist_and_office_director_file(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        (await office.As("zhao", Role.OfficeDirector).FileArchiveItemAsync(Item(1970))).ArchiveItem.Filer.ShouldBe("zhao");
        var content = Encoding.UTF8.GetBytes(NewText());
        foreach (var role in (Role[])[Role.Clerk, Role.Director, Role.SystemAdministrator, Role.Counterpart])
            await Refused.ForAsync("PERMISSION_DENIED", office.As("other", role).FileArchiveItemAsync(Item(1970, "决定", content)));
        File.Exists(office.PathOf(HashOf(content))).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_named(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var broken = new FileArchiveItemRequest { ArchiveItem = new ArchiveItem { FileName = "../../etc/passwd", FilingYear = 1948 }, RequestId = "x" };
        (await Refused.FieldsOfAsync(office.Archivist.FileArchiveItemAsync(broken)))
            .ShouldBe(["archive_item.title", "archive_item.filing_year", "archive_item.retention_period", "archive_item.file_name", "content", "request_id"]);
        var large = Item(1971, "大文件", new byte[(16 * 1024 * 1024) + 1]);
        (await Refused.FieldsOfAsync(office.Archivist.FileArchiveItemAsync(large))).ShouldBe(["content"]);
    }

    [Theory, EveryDatabase]
    public async Task The_others_are_told_without_the_title(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1972));
        var told = (await office.Suite.EventsAsync<ArchiveItemFiled>("archive")).Single(e => e.ArchiveItem.Name == filed.Name);
        told.ArchiveItem.ShouldBe(new ArchiveItem(filed) { Title = "" });
        RedactedText.In(told).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task The_same_content_may_be_filed_twice_and_lies_in_the_store_once(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var request = Item(1973);
        var (one, other) = (await office.FileAsync(request), await office.FileAsync(request));
        other.Sha256.ShouldBe(one.Sha256);
        other.Name.ShouldNotBe(one.Name);
        other.ReferenceCode.ShouldBe("0001-WS·1973-Y-0002");
    }
}
