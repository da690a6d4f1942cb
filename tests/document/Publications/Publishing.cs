using Backoffice.Document.Tests.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Tests.Publications;

/// <summary>An issued document with an annex and a file, and what is published of it.</summary>
internal static class Publishing
{
    public static PublicationService.PublicationServiceClient PublicationsAs(this Suite suite, string person) => new(suite.As("document", person));

    public static async Task<DraftUnderway> IssuedAsync(Suite suite, string until = "dispatched")
    {
        var draft = Attached.Listing("名单", "图表");
        draft.Annexes.Add(new Annex { Title = "名单", Text = "甲县3名。" });
        var on = await DraftUnderway.AtAsync(suite, "draft", draft);
        await on.FilesAs(suite, Office.Staff).AddOutgoingAttachmentAsync(on.Adding("图表"u8.ToArray(), "图表.txt"));
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != until && s != "dispatched"))
            await on.DoAsync(step);
        return on;
    }

    public static async Task<PublicationRecord> RecordAsync(Suite suite, DraftUnderway on, string person = Office.Staff) =>
        (await suite.PublicationsAs(person).GetPublicationRecordAsync(new GetPublicationRecordRequest { Name = on.Name })).PublicationRecord;

    public static ReviewForPublicationRequest Reviewing(DraftUnderway on, bool passed = true, params IEnumerable<string> items) =>
        new() { Name = on.Name, Items = { items.Select(i => new PublicationItem { Item = i, Passed = passed, Note = passed ? "" : "涉及个人信息" }) } };

    public static RecordPublicationRequest Publication(Suite suite, DraftUnderway on) =>
        new() { Name = on.Name, Place = "市民政局门户网站", Uri = "https://example.invalid/1", PublishTime = Timestamp.FromDateTimeOffset(suite.Now), RequestId = Guid.NewGuid().ToString() };
}
