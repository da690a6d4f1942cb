using Backoffice.Document.V1;
using Backoffice.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.Tests.OutgoingAttachments;

/// <summary>Files of a document under way.</summary>
internal static class Attached
{
    public static OutgoingAttachmentService.OutgoingAttachmentServiceClient FilesAs(this DraftUnderway on, Suite suite, string person) => new(suite.As("document", person));

    public static AddOutgoingAttachmentRequest Adding(this DraftUnderway on, byte[] content, string fileName = "名单.docx") =>
        new() { Parent = on.Name, FileName = fileName, Content = ByteString.CopyFrom(content) };

    /// <summary>A notice whose text lists the files that are to go with it.</summary>
    public static OutgoingDocument Listing(params IEnumerable<string> names)
    {
        var draft = DraftUnderway.Notice();
        draft.AttachmentList.Add(names);
        return draft;
    }

    public static async Task<IReadOnlyList<OutgoingAttachment>> ListAsync(this OutgoingAttachmentService.OutgoingAttachmentServiceClient files, DraftUnderway on) =>
        (await files.ListOutgoingAttachmentsAsync(new ListOutgoingAttachmentsRequest { Parent = on.Name })).Attachments;

    public static async Task<byte[]> ContentAsync(this OutgoingAttachmentService.OutgoingAttachmentServiceClient files, string name)
    {
        using var call = files.DownloadOutgoingAttachment(new DownloadOutgoingAttachmentRequest { Name = name });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }

    /// <summary>A list as somebody saved it, with the writer's name and a comment in it.</summary>
    public static byte[] Dirty(string text = "名单")
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Creator = "张三";
            var main = package.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(new Paragraph(new Run(new Text(text)))));
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(new Paragraph(new Run(new Text("再核")))) { Id = "1", Author = "张三" });
        }
        return stream.ToArray();
    }
}
