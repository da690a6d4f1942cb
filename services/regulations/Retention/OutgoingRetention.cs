using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Regulations.Retention;

/// <summary>Our own documents by 国家档案局令第8号 第4、6、7条; the first rule that fits counts.</summary>
internal static class OutgoingRetention
{
    public static RetentionAdvice Advise(OutgoingRecord record) => record switch
    {
        { Paper: PaperKind.Duplicate } => RetentionAdvice.NotFiled("重份文件不归档", "Duplicates are not filed"),
        { Paper: PaperKind.ReferenceCopy } => RetentionAdvice.NotFiled("参阅件、抄件不归档", "Copies for reference are not filed"),
        { Paper: PaperKind.SupersededDraft, IsImportant: false, IsNormative: false } => RetentionAdvice.NotFiled(
            "一般性文件的历次修改稿不归档",
            "Successive drafts of ordinary documents are not filed"),
        { IsNormative: true } => RetentionAdvice.Permanent("本机关制定的政策性文件永久保管", "Regulations and policies of our own are kept for ever"),
        { Genre: Genre.Minutes } => RetentionAdvice.Usual(
            RetentionCode.Y,
            "本机关会议纪要通常永久保管",
            "Minutes of our own meetings are usually kept for ever"),
        { IsAnnual: true } => RetentionAdvice.Permanent(
            "年度总结和综合统计永久保管",
            "Annual summaries and comprehensive statistics are kept for ever"),
        { IsImportant: true, Genre: Genre.Request } => RetentionAdvice.Permanent(
            "重要请示与批复永久保管",
            "Important requests are kept for ever with their answers"),
        { IsImportant: true, Genre: Genre.Report } => RetentionAdvice.Permanent("重要报告永久保管", "Important reports are kept for ever"),
        { IsImportant: true, Genre: Genre.Reply or Genre.Letter } => RetentionAdvice.Permanent(
            "对重要请示、来函的批复、复函永久保管",
            "Answers to important requests and letters are kept for ever"),
        { IsImportant: true } => RetentionAdvice.Permanent("重要业务文件永久保管", "Documents of important business are kept for ever"),
        { Genre: Genre.OfficeText } => RetentionAdvice.Usual(
            RetentionCode.D10,
            "简报、工作信息等事务文书通常保管10年",
            "Bulletins and other office texts are usually kept for 10 years"),
        { Genre: Genre.Letter or Genre.Circular } => RetentionAdvice.Term(
            RetentionCode.D10,
            "一般性函件、通报定期保管，建议10年",
            "Ordinary letters and circulars are kept for a term, proposed 10 years"),
        _ => RetentionAdvice.Term(
            RetentionCode.D30,
            "一般性业务文件定期保管，建议30年",
            "Ordinary documents of our business are kept for a term, proposed 30 years"),
    };
}
