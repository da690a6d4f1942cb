using Backoffice.Document.V1;

namespace Backoffice.Document.Tests;

/// <summary>The drafts of the rulebook's cases, each with the rule it breaks; empty where it breaks none.</summary>
internal static class RulebookDrafts
{
    /// <summary>Stands for a document received from whoever the draft is addressed to.</summary>
    public const string SomeRequest = "incomingDocuments/00000000-0000-0000-0000-000000000000";

    public static readonly IReadOnlyDictionary<string, (Func<OutgoingDocument> Make, string Broken)> All = new Dictionary<string, (Func<OutgoingDocument>, string)>
    {
        ["1: a request to two superiors"] = (() => Request(d => d.MainRecipients = "市政府、省民政厅"), "DOC-R03 第15条(一)"),
        ["4: a request copied downward"] = (() => Request(d => d.CopyRecipients = "县区民政局"), "DOC-R03 第15条(一)"),
        ["5: a report copied to a peer"] = (() => Of(DocumentGenre.Report, RoutingDirection.Upward, "报告", "市政府", d => d.CopyRecipients = "市财政局"), ""),
        ["6: a request with two matters"] = (() => Request(d => d.MatterCount = 2), "DOC-R06 第15条(四)"),
        ["7: a report that asks for something"] = (() => Of(DocumentGenre.Report, RoutingDirection.Upward, "报告", "市政府", d => d.RequestItems.Add("经费")), "DOC-R07 第15条(四)"),
        ["7: a report that asks for nothing"] = (() => Of(DocumentGenre.Report, RoutingDirection.Upward, "报告", "市政府"), ""),
        ["9: to a leader in person"] = (() => Request(d => d.MainRecipients = "张市长"), "DOC-R08 第15条(五)"),
        ["9: to a leader who assigned it"] = (() => Request(d => (d.MainRecipients, d.AssignedByLeader) = ("张市长", "张市长3月2日交办")), ""),
        ["10: in the name of our head"] = (() => Request(d => (d.IssuerKind, d.Issuer) = (IssuerKind.Person, "王局长")), "DOC-R08 第15条(五)"),
        ["11: past the city's government, without a copy for it"] = (() => Request(d => d.MainRecipients = "省政府"), "DOC-R02 第14条"),
        ["11: past the city's government, with a copy for it"] = (() => Request(d => (d.MainRecipients, d.CopyRecipients) = ("省政府", "市政府")), "DOC-R02 第14条"),
        ["12: a major matter without consent"] = (() => Request(d => (d.MainRecipients, d.MajorMatter) = ("省民政厅", true)), "DOC-R04 第15条(二)"),
        ["12: a major matter with consent"] = (() => Request(d => (d.MainRecipients, d.MajorMatter, d.LocalConsent) = ("省民政厅", true, "市政府第12次常务会议")), ""),
        ["12: a matter within our own powers"] = (() => Request(d => d.MainRecipients = "省民政厅"), ""),
        ["14: a directive to lower governments"] = (() => Notice(d => d.MainRecipients = "各县区人民政府"), "DOC-R11 第16条(二)"),
        ["15: approved, and the text does not say so"] = (() => Notice(d => (d.MainRecipients, d.GovernmentApproval) = ("各县区人民政府", "市政府批示〔2026〕3号")), "DOC-R11 第16条(二)"),
        ["15: approved, and the text says so"] = (() => Notice(d => (d.MainRecipients, d.GovernmentApproval, d.Body) = ("各县区人民政府", "市政府批示〔2026〕3号", "经市政府同意，现通知如下。")), ""),
        ["16: to the bureaus of the line below"] = (() => Notice(d => d.MainRecipients = "各县（市、区）民政局"), ""),
        ["17: a section writes outside"] = (() => Letter("市财政局", d => (d.IssuerKind, d.Issuer) = (IssuerKind.Section, "社会救助科")), "DOC-R15 第17条"),
        ["17: the office writes outside"] = (() => Letter("市财政局", d => (d.IssuerKind, d.Issuer) = (IssuerKind.Office, "办公室")), ""),
        ["19: a request to a peer"] = (() => Request(d => d.MainRecipients = "市财政局"), "DOC-G11 第8条(十一)"),
        ["20: a letter to our superior is a matter of judgement"] = (() => Letter("市政府"), ""),
        ["21: a reply to no request"] = (() => Of(DocumentGenre.Reply, RoutingDirection.Downward, "批复", "县民政局"), "DOC-G12 第8条(十二)"),
        ["21: a reply to a request"] = (() => Of(DocumentGenre.Reply, RoutingDirection.Downward, "批复", "县民政局", d => d.InReplyTo = SomeRequest), ""),
        ["22: an important notice without a copy upward"] = (() => Notice(d => d.Important = true), "DOC-R10 第16条(一)"),
        ["22: an important notice with a copy upward"] = (() => Notice(d => (d.Important, d.CopyRecipients) = (true, "市政府")), ""),
        ["24: a plan by itself"] = (() => Of(DocumentGenre.OfficeText, RoutingDirection.Downward, "方案", "县民政局"), "DOC-G00 第8条"),
        ["24: of no kind that there is"] = (() => Of(DocumentGenre.Unspecified, RoutingDirection.Upward, "请示报告", "市政府"), "DOC-G00 第8条"),
        ["25: a request that calls itself a report"] = (() => Request(d => d.Title = "关于经费的报告"), "DOC-D02 第19条(三)(四)"),
        ["40: an attachment that is not as listed"] = (() => Notice(d => Attach(d, "名单", "名单表")), "DOC-E10 第9条(十)"),
        ["40: an attachment as listed"] = (() => Notice(d => Attach(d, "名单", "名单")), ""),
        ["41: an attachment listed with a full stop is a matter of form"] = (() => Notice(d => Attach(d, "名单。", "名单")), ""),
        ["42: a document marked as only telegrams are"] = (() => Notice(d => d.Urgency = Urgency.Routine), "DOC-E03 第9条(三)"),
        ["42: a telegram marked so"] = (() => Notice(d => (d.Carrier, d.Urgency) = (Carrier.Telegram, Urgency.Routine)), ""),
        ["42: a telegram without a mark"] = (() => Notice(d => d.Carrier = Carrier.Telegram), "DOC-E03 第9条(三)"),
        ["32: issued with an organ of another level"] = (() => Notice(d => d.JointOrgans.Add(new JointOrgan { Organ = "东湖区财政局", Level = OrganLevel.County })), "DOC-R14 第17条"),
        ["32: party work issued by both"] = (() => Notice(d => Join(d, MatterScope.PartyOnly)), "DOC-R14 第17条"),
        ["32: shared work issued by both"] = (() => Notice(d => Join(d, MatterScope.Shared)), ""),
        ["45: an internal rule is drafted, and needs no legality review"] = (() => Notice(d => (d.Title, d.Direction) = ($"关于印发考勤制度（{Guid.NewGuid():N}）的通知", RoutingDirection.Internal)), ""),
    };

    private static OutgoingDocument Notice(Action<OutgoingDocument> change) => Changed(DraftUnderway.Notice(), change);

    private static OutgoingDocument Request(Action<OutgoingDocument> change) => Changed(DraftUnderway.Request(), change);

    private static OutgoingDocument Letter(string to, Action<OutgoingDocument>? change = null) => Of(DocumentGenre.Letter, RoutingDirection.Parallel, "函", to, change);

    private static OutgoingDocument Of(DocumentGenre genre, RoutingDirection direction, string word, string to, Action<OutgoingDocument>? change = null)
    {
        var document = DraftUnderway.Notice();
        (document.Genre, document.Direction, document.Title, document.MainRecipients) = (genre, direction, $"关于社会救助工作（{Guid.NewGuid():N}）的{word}", to);
        return Changed(document, change ?? (_ => { }));
    }

    private static OutgoingDocument Changed(OutgoingDocument document, Action<OutgoingDocument> change)
    {
        change(document);
        return document;
    }

    private static void Join(OutgoingDocument document, MatterScope scope)
    {
        document.JointOrgans.Add(new JointOrgan { Organ = "中共江州市委组织部", Level = OrganLevel.City, System = OrganSystem.Party });
        document.MatterScope = scope;
    }

    private static void Attach(OutgoingDocument document, string listed, string title)
    {
        document.AttachmentList.Add(listed);
        document.AttachmentTitles.Add(title);
    }
}
