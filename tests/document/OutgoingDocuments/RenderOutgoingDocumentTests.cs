using System.Security.Cryptography;
using Backoffice.Document.Tests.WorkingCopies;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using DocumentFormat.OpenXml.Packaging;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class RenderOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_draft_is_shown_in_every_format_to_whoever_may_read_it(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var pdf = await RenderAsync(on, PageFileFormat.Unspecified);
        (pdf.MediaType, pdf.Printed, pdf.PageCount).ShouldBe(("application/pdf", false, 1));
        Begins(pdf, "%PDF-"u8);
        Begins(await RenderAsync(on, PageFileFormat.Docx), "PK"u8);
        var png = await RenderAsync(on, PageFileFormat.Png, dotsPerInch: 72);
        png.MediaType.ShouldBe("image/png");
        Begins(png, [0x89, .. "PNG"u8]);
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => RenderAsync(on, PageFileFormat.Pdf, person: DraftUnderway.Outsider));
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_signed_bears_a_watermark_and_what_is_signed_does_not(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
        var before = await RenderAsync(on, PageFileFormat.Png);
        await on.DoAsync("sign");
        var after = await RenderAsync(on, PageFileFormat.Png);
        GreyOf(before).ShouldBeGreaterThan(GreyOf(after) + 1000);
    }

    [Theory, EveryDatabase]
    public async Task What_was_printed_is_shown_as_it_was_frozen(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatch");
        var printed = await RenderAsync(on, PageFileFormat.Pdf);
        printed.Printed.ShouldBeTrue();
        Convert.ToHexStringLower(SHA256.HashData(printed.Content.Span)).ShouldBe((await on.GetAsync()).PrintSha256);
    }

    [Theory, EveryDatabase]
    public async Task A_page_that_is_not_there_and_a_text_without_measure_are_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        await Refused.ForAsync("PAGE_NOT_FOUND", () => RenderAsync(on, PageFileFormat.Png, page: 2));
        var draft = DraftUnderway.Notice();
        draft.Body = new string('文', 200_001);
        var endless = await DraftUnderway.AtAsync(suite, "draft", draft);
        (await RenderAsync(endless, PageFileFormat.Text)).Content.Length.ShouldBeGreaterThan(3 * 200_001);
        await Refused.ForAsync("TOO_LONG_TO_SHOW", () => RenderAsync(endless, PageFileFormat.Pdf));
    }

    [Theory, EveryDatabase]
    public async Task Plain_text_has_the_elements_in_their_order(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        var document = await on.GetAsync();
        var text = await RenderAsync(on, PageFileFormat.Text);
        (text.MediaType, text.PageCount, text.Printed).ShouldBe(("text/plain; charset=utf-8", 0, false));
        text.Content.ToStringUtf8().ShouldMatch(
            $"^本机关文件\n{document.DocumentNumber}\n\n{document.Title}\n\n县民政局：\n　　现将有关事项通知如下。\n　　一、提高认识。\n　　二、落实责任。\n\n本机关\n20[0-9年月]+日\n$");
    }

    [Theory, EveryDatabase]
    public async Task Annexes_are_in_what_is_exported(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.AttachmentList.Add("分配表");
        draft.Annexes.Add(new V1.Annex { Title = "分配表", Text = "甲县\t120\n合计\t120" });
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
        using var package = WordprocessingDocument.Open(new MemoryStream((await RenderAsync(on, PageFileFormat.Docx)).Content.ToByteArray()), isEditable: false);
        package.MainDocumentPart!.Document!.InnerText.ShouldContain("附件分配表甲县120合计120");
        (await RenderAsync(on, PageFileFormat.Text)).Content.ToStringUtf8().ShouldContain("分配表\n");
    }

    [Theory, EveryDatabase]
    public async Task A_character_that_no_font_has_is_told(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.Body = "姓名\uE0A9某。";
        var shown = await RenderAsync(await DraftUnderway.AtAsync(await suites.On(store), "draft", draft), PageFileFormat.Pdf);
        shown.FontNotices.ShouldContain(n => n.Characters == "\uE0A9" && n.Used.Length == 0);
    }

    [Theory, EveryDatabase]
    public async Task What_is_typed_is_shown_as_a_page_before_it_is_saved_to_whoever_types_it_alone(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "section-review");
        var document = await on.GetAsync();
        var editor = Guid.NewGuid();
        var kept = (await RenderAsync(on, PageFileFormat.Png)).Content;
        (await RenderAsync(on, PageFileFormat.Png, editor: editor)).Content.ShouldBe(kept);
        await new Typed(suite, on.Name, Office.Staff).SaveAsync(editor, 1, document.Body + "\n三、新的一段。", document.Title, etag: document.Etag, recipients: document.MainRecipients);

        (await RenderAsync(on, PageFileFormat.Png, editor: editor)).Content.ShouldNotBe(kept);
        (await RenderAsync(on, PageFileFormat.Png)).Content.ShouldBe(kept);
        (await RenderAsync(on, PageFileFormat.Png, person: Office.SectionChief, editor: editor)).Content.ShouldBe(kept);
        (await on.GetAsync()).ShouldBe(document);
    }

    private static Task<RenderOutgoingDocumentResponse> RenderAsync(DraftUnderway on, PageFileFormat format, int page = 0, int dotsPerInch = 0, string person = DraftUnderway.Drafter, Guid? editor = null) =>
        on.PagesAs(person).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = format, Page = page, DotsPerInch = dotsPerInch, Editor = editor?.ToString() ?? "" }).ResponseAsync;

    private static void Begins(RenderOutgoingDocumentResponse shown, ReadOnlySpan<byte> magic) => shown.Content.Span[..magic.Length].SequenceEqual(magic).ShouldBeTrue();

    // The watermark is the only thing that is grey over a large part of the page.
    private static int GreyOf(RenderOutgoingDocumentResponse shown)
    {
        using var bitmap = SkiaSharp.SKBitmap.Decode(shown.Content.ToByteArray());
        return bitmap.Pixels.Count(p => p.Red == p.Green && p.Green == p.Blue && p.Red is > 200 and < 250);
    }
}
