using System.Globalization;
using System.Text;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Numbering;
using Backoffice.Regulations.Retention;
using Backoffice.Regulations.Secrecy;
using Microsoft.EntityFrameworkCore;
using Genre = Backoffice.Regulations.Documents.Genre;
using IncomingDocument = Backoffice.Document.IncomingDocuments.IncomingDocument;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Filing;

// What is filed of each kind of document: issued copy or text, handling slip, attachments (8号令 第10条; rule ARC-23).
internal sealed partial class FilingService
{
    private async Task<Papers> OfIncomingAsync(IncomingDocument document, CancellationToken stop)
    {
        var p = document.Particulars;
        var advice = RetentionAdvice.For(new IncomingRecord(bureau.RelationOf(p.Issuer), (Genre)(int)p.Genre)
        {
            WasHandled = document.Handling?.Kind == HandlingKind.ForAction,
            IsOurBusiness = bureau.IsOurBusiness(p.Title),
        });
        var papers = await BeginAsync(document.Name, document.Handling?.Matter ?? "", p.Title, p.Issuer, p.DocumentNumber, document.Handling?.CloseTime ?? clock.Now, advice, stop);
        papers.Describe("文种", ((Genre)(int)p.Genre).ToChinese()).Describe("日期", p.IssueDateText).Describe("主送", p.MainRecipients).Describe("抄送", p.CopyRecipients)
            .Describe("收文编号", document.RegistrationNumber ?? "").Describe("办理结果", document.Handling?.Result ?? "").Describe("答复", document.Handling?.Answer ?? "");
        await DescribeSecrecyAsync(papers, document.Name, "", stop);
        papers.AddText("正文.txt", "来文", $"{p.Title}\n{p.DocumentNumber}\n{p.MainRecipients}\n\n{document.Text.Body}\n\n{p.Issuer}\n{p.IssueDateText}\n", document.SignForTime);
        AddSlip(papers);
        foreach (var attachment in document.Attachments.OrderBy(a => a.CreateTime))
            papers.AddBlob(attachment.FileName, "附件", attachment.MediaType, attachment.Sha256, attachment.SizeBytes, attachment.CreateTime, blobs);
        return papers;
    }

    private async Task<Papers> OfOutgoingAsync(OutgoingDocument document, CancellationToken stop)
    {
        var d = document.Draft;
        var advice = RetentionAdvice.For(new OutgoingRecord((Genre)(int)d.Genre, bureau.FactsOf(document).Direction) { IsImportant = d.Important, IsNormative = d.Normative });
        var papers = await BeginAsync(document.Name, document.Matter, d.Title, bureau.Name, document.DocumentNumber ?? "", document.DispatchTime ?? clock.Now, advice, stop);
        papers.Describe("文种", ((Genre)(int)d.Genre).ToChinese()).Describe("日期", document.FinalDay is { } day ? FinalDate.Print(day) : "")
            .Describe("签发人", string.Join('、', document.SignersInOrder)).Describe("主送", d.MainRecipients).Describe("抄送", d.CopyRecipients)
            .Describe("合法性审核", document.StandingLegality is { } l ? string.Create(CultureInfo.InvariantCulture, $"{(l.Passed ? "合法" : "不合法")}，{l.StartDay:O}至{l.EndDay:O}，{l.WorkingDays}个工作日") : "");
        await DescribeSecrecyAsync(papers, document.Name, await CopyNumbersAsync(document, stop), stop);
        await using (var print = await blobs.OpenAsync(document.FileSha256, stop) ?? throw DocumentErrors.ContentMissing(document.Name))
            papers.AddBlob("印制件.pdf", "印制件", PrintVersion.MediaType, document.FileSha256, print.Length, document.VersionTime, blobs);
        foreach (var attachment in document.Attachments.Where(a => a.IsSent).OrderBy(a => a.Id))
            papers.AddBlob(attachment.FileName, "附件", attachment.MediaType, attachment.Sha256, attachment.SizeBytes, attachment.CreateTime, blobs);
        papers.AddText("定稿.txt", "定稿", $"{d.Title}\n\n{d.MainRecipients}：\n{document.Text.Body}\n", document.VersionTime);
        AddSlip(papers);
        return papers;
    }

    /// <summary>密级、保密期限、份号: the archive decides by them whether it may hold it.</summary>
    private async Task DescribeSecrecyAsync(Papers papers, string document, string copies, CancellationToken stop)
    {
        if (await db.SecrecyMarks.AsNoTracking().SingleOrDefaultAsync(m => m.Subject == document, stop) is not { IsDeclassified: false } mark)
            return;
        papers.Describe("密级", mark.Level.ToChinese()).Describe("保密期限", mark.Printed.Split('★')[^1]).Describe("份号", mark.CopyNumbers.Length > 0 ? mark.CopyNumbers : copies);
    }

    private async Task<string> CopyNumbersAsync(OutgoingDocument document, CancellationToken stop) =>
        string.Join('、', (await db.Dispatches.AsNoTracking().Where(d => d.DocumentId == document.Id && d.FirstCopyNumber > 0).OrderBy(d => d.Number).ToListAsync(stop)).Select(d => d.CopyNumbers));

    private async Task<Papers> BeginAsync(
        string subject, string matterName, string title, string creator, string number, DateTimeOffset done, RetentionAdvice advice, CancellationToken stop)
    {
        var package = new FilingPackage
        {
            Subject = subject,
            Title = title,
            Creator = creator,
            DocumentNumber = number,
            Year = clock.DayOf(done).Year,
            Term = advice.Retention switch
            {
                RetentionCode.Y => FilingTerm.Permanent,
                RetentionCode.D30 => FilingTerm.Years30,
                RetentionCode.D10 => FilingTerm.Years10,
                _ => FilingTerm.NotFiled,
            },
            TermRule = advice.Rule.Id,
            TermReason = advice.ReasonZh,
        };
        if (Guid.TryParseExact(matterName.Split('/')[^1], "D", out var id) && await db.Matters.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) is { } matter)
        {
            matter.By(library);
            var acts = await db.MatterActs.AsNoTracking().Where(a => a.MatterId == id).OrderBy(a => a.Number).ToListAsync(stop);
            package.Acts.AddRange(acts.Select(a => a.ToProto(matter.Procedure, a.SeenSha256)));
        }
        return new Papers(package);
    }

    /// <summary>文件处理单、发文稿纸: who did what, when and with what opinion, with the seal of each act.</summary>
    private void AddSlip(Papers papers)
    {
        var slip = new StringBuilder($"文件处理单\n{papers.Package.Title}\n\n");
        foreach (var act in papers.Package.Acts)
        {
            var behalf = act.Actor.OnBehalfOf.Length > 0 ? $"（代{directory.Current.DisplayNameOf(act.Actor.OnBehalfOf)}）" : "";
            slip.Append(CultureInfo.InvariantCulture, $"{act.Number}. {clock.AtOffice(act.Time.ToDateTimeOffset()):yyyy-MM-dd HH:mm:ss} {act.Actor.DisplayName}{behalf} ")
                .Append(CultureInfo.InvariantCulture, $"{VerbNames.Of(act.Verb)}{(act.StepTitle.Length > 0 ? $"（{act.StepTitle}）" : "")} {act.Opinion}\n   {act.Seal}\n");
        }
        papers.AddText("文件处理单.txt", "文件处理单", slip.ToString(), clock.Now);
    }
}
