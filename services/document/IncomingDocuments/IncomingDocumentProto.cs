using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Between the contract's messages and the domain.</summary>
internal static class IncomingDocumentProto
{
    /// <summary>The document as the contract shows it; the body only when it was loaded.</summary>
    public static V1.IncomingDocument ToProto(this IncomingDocument document, bool withBody)
    {
        var p = document.Particulars;
        var message = new V1.IncomingDocument
        {
            Name = document.Name,
            Etag = document.Etag,
            State = document.State,
            RegistrationNumber = document.RegistrationNumber ?? "",
            Title = p.Title,
            DocumentNumber = p.DocumentNumber,
            Issuer = p.Issuer,
            IssueDateText = p.IssueDateText,
            IssueDate = p.IssueDate?.ToProto(),
            Genre = p.Genre,
            MainRecipients = p.MainRecipients,
            CopyRecipients = p.CopyRecipients,
            AttachmentTitles = { p.AttachmentTitles },
            Body = withBody ? document.Text.Body : "",
            Urgency = p.Urgency,
            Sender = p.Sender,
            CopyCount = p.CopyCount,
            Readers = { document.Readers.Select(r => r.Principal).Order(StringComparer.Ordinal) },
            Source = document.Source ?? "",
            Attachments = { document.Attachments.OrderBy(a => a.CreateTime).Select(ToProto) },
            SignForTime = Timestamp.FromDateTimeOffset(document.SignForTime),
            SignForPerson = document.SignForPerson,
            RegisterPerson = document.RegisterPerson,
            Version = document.Version,
            Invalidity = document.Invalidity?.ToProto(),
            DuplicateReason = document.DuplicateReason,
        };
        if (document.RegisterTime is { } registered)
            message.RegisterTime = Timestamp.FromDateTimeOffset(registered);
        if (withBody && document.Cosignature is { } cosignature)
            message.Cosignature = cosignature.ToProto(document.ContentSha256());
        if (withBody && document.Handling is { } handling)
            message.Handling = handling.ToProto();
        return message;
    }

    private static V1.IncomingHandling ToProto(this IncomingHandling handling) => new()
    {
        Matter = handling.Matter,
        Kind = handling.Kind,
        Checks = handling.OursToHandle is { } ours ? new ScreeningChecks
        {
            OursToHandle = ours,
            RoutingRulesKept = handling.RoutingRulesKept,
            GenreAndFormatRight = handling.GenreAndFormatRight,
            Consulted = handling.Consulted,
            DraftingRulesKept = handling.DraftingRulesKept,
        } : null,
        Proposal = handling.Proposal,
        Instruction = handling.Instruction,
        Plan = new HandlingPlan
        {
            LeadPost = handling.LeadPost,
            AssistingPosts = { handling.AssistingPosts },
            DueDate = handling.HandleBy?.ToProto(),
            ChaserPost = handling.ChaserPost,
            Important = handling.Important,
        },
        Result = handling.Result,
        Answer = handling.Answer,
        ReturnReason = handling.ReturnReason,
        CloseTime = handling.CloseTime is { } closed ? Timestamp.FromDateTimeOffset(closed) : null,
        AnswerDocument = handling.AnswerDocument,
        AnswerTime = handling.AnswerTime is { } answered ? Timestamp.FromDateTimeOffset(answered) : null,
    };

    public static V1.Attachment ToProto(this Attachment attachment) => new()
    {
        Name = $"incomingDocuments/{attachment.DocumentId}/attachments/{attachment.Id}",
        FileName = attachment.FileName,
        MediaType = attachment.MediaType,
        SizeBytes = attachment.SizeBytes,
        Sha256 = attachment.Sha256,
        CreateTime = Timestamp.FromDateTimeOffset(attachment.CreateTime),
    };

    public static Particulars ToParticulars(this V1.IncomingDocument message)
    {
        var particulars = new Particulars();
        foreach (var field in ParticularsMask.Fields)
            field.Copy(message, particulars);
        return particulars;
    }

    public static Date ToProto(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static DateOnly ToDay(this Date day) => new(day.Year, day.Month, day.Day);

    /// <summary>The id in `incomingDocuments/{id}`; an id that is none answers like a document that is none.</summary>
    public static Guid ToId(string name) => Guid.TryParseExact(name.Split('/')[1], "D", out var id) ? id : throw DocumentErrors.NotFound(name);
}
