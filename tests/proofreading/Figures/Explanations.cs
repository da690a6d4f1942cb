namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>Why each kind of finding remains on published documents; one that is not explained fails the test.</summary>
internal static class Explanations
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["FMT-7.2.5 DocumentNumber Error"] = "numbers printed with [ ], ﹝ ﹞ or blanks, one with 第07号: departures from the standard, of the document or its copy",
        ["FMT-7.3.3 Heading Error"] = "a copy that lost the beginnings of two paragraphs, and with them 3. and 10. (od-0647): the text is not in order",
        ["PUN-01 Punctuation Error"] = "half-width brackets and commas, as the copies on the web have them",
        ["PUN-02 Punctuation Error"] = "a bracket or title mark too many (》》) or lost with its line in the copy",
        ["PUN-03 Punctuation Error"] = "责任单位：、 – a name is missing in the copy",
        ["DOC-E07 Title Hint"] = "若干措施, (郑州) after the kind, and an order with its number as title: right by custom, and a person sees it",
        ["DOC-P01 Organ Hint"] = "或国务院… beside 和国务院…: where a name begins nobody can tell; false",
        ["FMT-7.3.3 Heading Hint"] = "1. straight under 一、: usual where a text has two levels only",
        ["FMT-7.3.5.4 Date Hint"] = "dates in Chinese numerals within the text, quoted from before 2012",
        ["PUN-05 Punctuation Hint"] = "(一) and (1) in half-width brackets in five web copies",
        ["TXT-02 Punctuation Hint"] = "（二）基本原则。 alone on its line: common, and against practice",
        ["TXT-03 Attachment Hint"] = "the published copy lacks the list of attachments that the document had",
        ["WRD-01 Phrase Hint"] = "台帐 for 台账, as printed",
        ["DOC-R11 Reject"] = "od-0691: two district departments prolong a rule for township governments, and the copy does not say that the government agreed: what the rule is for",
        ["DOC-E07 RejectOverridable"] = "answers to deputies (…建议的答复), (郑州) after the kind, and 通 告 in spaced letters: let pass by a person",
        ["DOC-R02 Warn"] = "without a directory the relation of a named recipient is not known, and each is said; in use the directory knows them",
    };

    public static string Of(string kind) => Known.GetValueOrDefault(kind) ?? $"NOT EXPLAINED: {kind}";
}
