using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Numbering;
using Backoffice.Regulations.Rules;
using Shouldly;

namespace Backoffice.Regulations.Tests.Documents;

/// <summary>Documents of the civil-affairs bureau of an invented city that are in order at every stage; tests spoil one thing.</summary>
internal static class Drafts
{
    public static readonly DateOnly Today = new(2026, 11, 25);

    public static readonly Recipient CityGovernment = new("市政府", Relation.DirectSuperior);
    public static readonly Recipient ProvinceGovernment = new("省政府", Relation.HigherSuperior);
    public static readonly Recipient ProvinceDepartment = new("省民政厅", Relation.LineSuperior);
    public static readonly Recipient CityFinance = new("市财政局", Relation.Peer);
    public static readonly Recipient CountyBureaus = new("各县（市、区）民政局", Relation.LowerCounterpart);
    public static readonly Recipient CountyGovernments = new("各县区人民政府", Relation.LowerGovernment);
    public static readonly Recipient Stranger = new("某某中心", Relation.Unknown);

    private static readonly Issuer Bureau = new("青山市民政局");

    public static ReviewChecklist PassedReview { get; } = new([.. ReviewChecklist.Parts.Select(p => new ReviewAnswer(p, IsInOrder: true))]);

    public static OutgoingFacts Request { get; } = new()
    {
        Genre = Genre.Request,
        Direction = RoutingDirection.Upward,
        Issuer = Bureau,
        MainRecipients = [CityGovernment],
        Title = "青山市民政局关于新建养老服务中心的请示",
        Body = "市政府：为完善养老服务体系，拟新建养老服务中心一处。妥否，请批示。",
        Necessity = "全市养老床位不足",
        RequestItems = ["新建养老服务中心"],
        OfficeReview = PassedReview,
        SignOff = new("李国栋", SignerRank.PrincipalHead, SignOffKind.Signed, new(2026, 11, 20)),
        SignerNames = ["李国栋"],
        IssuerCodes = ["青民发", "青民函"],
        ApprovedScope = ["市政府"],
        DispatchList = ["市政府"],
    };

    public static OutgoingFacts Report { get; } = Request with
    {
        Genre = Genre.Report,
        Title = "青山市民政局关于2026年社会救助工作情况的报告",
        Body = "市政府：现将2026年社会救助工作情况报告如下。特此报告。",
        RequestItems = [],
    };

    public static OutgoingFacts Notice { get; } = Request with
    {
        Genre = Genre.Notice,
        Direction = RoutingDirection.Downward,
        MainRecipients = [CountyBureaus],
        Title = "青山市民政局关于做好冬季救助工作的通知",
        Body = "各县（市、区）民政局：现就做好冬季救助工作通知如下。",
        RequestItems = [],
        SignOff = new("周敏", SignerRank.DeputyHead, SignOffKind.Circled, new(2026, 11, 20)),
    };

    public static OutgoingFacts Letter { get; } = Notice with
    {
        Genre = Genre.Letter,
        Direction = RoutingDirection.Parallel,
        MainRecipients = [CityFinance],
        Title = "青山市民政局关于商请拨付救助资金的函",
        Body = "市财政局：现商请拨付第四季度救助资金。请予支持。",
        RequestItems = ["拨付资金"],
    };

    /// <summary>What the rules say at a stage; a number is there from the stage on at which it may be.</summary>
    public static IReadOnlyList<Finding> At(this OutgoingFacts facts, Stage stage) =>
        OutgoingRules.Check(stage >= Stage.Registration ? facts with { Number = facts.Number ?? new("青民发", 2026, 12) } : facts, stage, Today);

    public static Finding ShouldFind(this IEnumerable<Finding> findings, string rule, Strength strength)
    {
        var found = findings.ShouldHaveSingleItem();
        found.Rule.Id.ShouldBe(rule);
        found.Strength.ShouldBe(strength);
        found.MessageZh.ShouldNotBeEmpty();
        found.MessageEn.ShouldNotBeEmpty();
        return found;
    }
}
