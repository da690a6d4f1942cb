using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>What can be seen from title, text and marks (条例 第9条、第19条; 减负若干规定 第2、3条).</summary>
internal static class TextRules
{
    private const int LongestInGeneral = 5_000;
    private const int LongestForASpecialTask = 4_000;

    public static IEnumerable<Finding> UrgencyFitsCarrier(OutgoingFacts facts)
    {
        if (facts is { Carrier: Carrier.Document, Urgency: Urgency.Routine or Urgency.TopPriority })
            yield return new("DOC-E03", nameof(facts.Urgency), "特提、平急只用于电报", "Top priority and routine are marks of telegrams")
            {
                Measured = facts.Urgency == Urgency.Routine ? "平急" : "特提",
                Required = "特急或者加急",
            };
    }

    /// <summary>Of telegrams one of the four degrees is marked; which is the sender's to say.</summary>
    public static IEnumerable<Finding> TelegramIsMarked(OutgoingFacts facts)
    {
        if (facts is { Carrier: Carrier.Telegram, Urgency: Urgency.None })
            yield return new("DOC-E03", nameof(facts.Urgency), "电报应当标注特提、特急、加急或者平急", "A telegram is marked with one of four degrees of urgency")
            {
                Required = "特提、特急、加急或者平急",
            };
    }

    public static IEnumerable<Finding> TitleEndsWithItsKind(OutgoingFacts facts)
    {
        if (facts.Genre is Genre.None or Genre.OfficeText)
            yield break;
        var printed = Genres.OfTitle(facts.Title);
        if (printed is null)
            // That the kind comes last is custom, and answers to deputies (…提案的答复) go without: a person may let it pass.
            yield return new(
                "DOC-E07",
                nameof(facts.Title),
                "标题须由发文机关名称、事由和文种组成，以文种结尾",
                "A title consists of issuer, subject and kind, and ends with the kind",
                string.IsNullOrWhiteSpace(facts.Title) ? Strength.Reject : Strength.RejectOverridable)
            {
                Measured = facts.Title,
                Required = $"…{facts.Genre.ToChinese()}",
            };
        else if (printed != facts.Genre)
            yield return new("DOC-D02", nameof(facts.Title), "标题中的文种与所选文种不一致", "The title names another kind than the one chosen")
            {
                Measured = printed.Value.ToChinese(),
                Required = facts.Genre.ToChinese(),
            };
    }

    public static IEnumerable<Finding> AttachmentsAreAsListed(OutgoingFacts facts)
    {
        foreach (var name in facts.AttachmentList.Where(AttachmentNames.EndsWithPunctuation))
            yield return new(
                "FMT-7.3.4",
                nameof(facts.AttachmentList),
                $"附件名称后不加标点符号：{name}",
                $"The name of an attachment ends without punctuation: {name}")
            {
                Measured = name,
                Required = AttachmentNames.Bare(name),
            };

        for (var i = 0; i < Math.Max(facts.AttachmentList.Count, facts.Attachments.Count); i++)
        {
            var listed = AttachmentNames.Bare(facts.AttachmentList.ElementAtOrDefault(i) ?? "");
            var title = AttachmentNames.Bare(facts.Attachments.ElementAtOrDefault(i) ?? "");
            if (listed != title)
                yield return new(
                    "DOC-E10",
                    nameof(facts.Attachments),
                    $"附件{i + 1}与附件说明不一致",
                    $"Attachment {i + 1} is not as listed")
                {
                    Measured = title,
                    Required = listed,
                };
        }
    }

    /// <summary>What is listed is with the document, and the other way round: by name and in order (条例 第9条(十)).</summary>
    public static IEnumerable<Finding> AttachmentsAreEnclosed(OutgoingFacts facts) => facts.Enclosed is not { } enclosed ? [] :
        Enclosure.Compare(facts.AttachmentList, enclosed).Select(d => new Finding("DOC-E10", nameof(facts.AttachmentList), d.Zh, d.En)
        {
            Measured = d.Enclosed,
            Required = d.Listed,
        });

    public static IEnumerable<Finding> LengthIsModerate(OutgoingFacts facts)
    {
        var (longest, length) = (facts.IsSpecialTask ? LongestForASpecialTask : LongestInGeneral, Wording.Length(facts.Body));
        if (length > longest)
            yield return new(
                "DOC-D10",
                nameof(facts.Body),
                $"正文{length}字，一般不超过{longest}字",
                $"The text has {length} characters, generally at most {longest}")
            {
                Measured = length.ToString(CultureInfo.InvariantCulture),
                Required = $"≤{longest}",
            };
    }

    public static IEnumerable<Finding> FollowUpIsNotDemanded(OutgoingFacts facts)
    {
        if (facts is { Direction: RoutingDirection.Downward, DemandsFollowUp: true })
            yield return new(
                "DOC-D12",
                nameof(facts.DemandsFollowUp),
                "一般不要求下级报送落实情况或者制定配套文件",
                "Those below are generally not told to report implementation or to make rules in turn");
    }
}
