using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Regulations.Retention;

/// <summary>Documents of others by 国家档案局令第8号 第4、6、7条: what they are to us decides, and whether we acted.</summary>
internal static class IncomingRetention
{
    public static RetentionAdvice Advise(IncomingRecord record) => record switch
    {
        { Paper: PaperKind.Duplicate } => RetentionAdvice.NotFiled("重份文件不归档", "Duplicates are not filed"),
        { Paper: PaperKind.ReferenceCopy } => RetentionAdvice.NotFiled("供参阅的抄件不归档", "Copies for reference are not filed"),
        { Paper: PaperKind.SupersededDraft } => RetentionAdvice.NotFiled("征求意见稿等未定稿不归档", "Drafts of others are not filed"),
        { Sender: Relation.DirectSuperior or Relation.HigherSuperior or Relation.LineSuperior } => FromSuperior(record),
        { Sender: Relation.DirectSubordinate or Relation.LowerGovernment or Relation.LowerCounterpart } => FromSubordinate(record),
        { Sender: Relation.Peer or Relation.NonSubordinate } => FromPeer(record),
        { Sender: Relation.Person, WasHandled: false } => RetentionAdvice.NotFiled(
            "无须办理的一般来信不归档",
            "Letters from persons that ask for nothing are not filed"),
        _ => RetentionAdvice.Term(
            RetentionCode.D10,
            "来文单位关系不明或者为个人，建议定期10年，由档案人员核定",
            "What the sender is to us is not known, or a person: proposed 10 years, for the archivist to decide"),
    };

    private static RetentionAdvice FromSuperior(IncomingRecord record) => record switch
    {
        { IsOurBusiness: true, IsImportant: true } => RetentionAdvice.Permanent(
            "上级机关制发的本机关主管业务的重要文件永久保管",
            "A superior's important documents on our business are kept for ever"),
        { WasHandled: false } => RetentionAdvice.NotFiled(
            "上级机关普发、不需本机关办理的文件不归档",
            "A superior's general documents we need not handle are not filed"),
        { IsOurBusiness: true } => RetentionAdvice.Term(
            RetentionCode.D30,
            "上级机关制发的本机关主管业务的一般性文件，建议30年",
            "A superior's ordinary documents on our business: proposed 30 years"),
        _ => RetentionAdvice.Term(
            RetentionCode.D10,
            "非本机关主管业务但须贯彻执行的上级文件，建议10年",
            "A superior's documents outside our business that we carry out: proposed 10 years"),
    };

    private static RetentionAdvice FromSubordinate(IncomingRecord record) => record switch
    {
        { Genre: Genre.Request or Genre.Letter, IsImportant: true, WasHandled: true } => RetentionAdvice.Permanent(
            "下级机关的重要请示、来函与本机关批复、复函永久保管",
            "A subordinate's important requests and letters are kept for ever with our answers"),
        { Genre: Genre.OfficeText, WasHandled: false } => RetentionAdvice.NotFiled(
            "下级机关送阅的简报不归档",
            "Subordinates' bulletins for reference are not filed"),
        { Genre: Genre.Request } => RetentionAdvice.Term(
            RetentionCode.D30,
            "下级机关的一般性请示与批复，建议30年",
            "A subordinate's ordinary requests: proposed 30 years"),
        _ => RetentionAdvice.Term(RetentionCode.D10, "下级机关报送的一般性文件，建议10年", "A subordinate's ordinary documents: proposed 10 years"),
    };

    private static RetentionAdvice FromPeer(IncomingRecord record) => record switch
    {
        { WasHandled: false } => RetentionAdvice.NotFiled(
            "同级机关、不相隶属机关不需本机关执行的文件不归档",
            "Documents of peers we need not execute are not filed"),
        { Genre: Genre.Request or Genre.Letter, IsImportant: true } => RetentionAdvice.Permanent(
            "同级机关的重要来函与本机关复函永久保管",
            "A peer's important letters are kept for ever with our answers"),
        _ => RetentionAdvice.Term(RetentionCode.D10, "同级机关的一般性来文，建议10年", "A peer's ordinary documents: proposed 10 years"),
    };
}
