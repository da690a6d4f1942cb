using Backoffice.Typesetting.Documents;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>One document of each form, as a bureau would issue it.</summary>
internal static class Samples
{
    public const string Bureau = "江州市民政局";

    private const string Body =
        """
        为深入贯彻落实党中央、国务院关于加强养老服务工作的决策部署，切实保障老年人人身和财产安全，现就做好2026年养老服务设施安全管理工作有关事项通知如下：
        一、总体要求
        坚持人民至上、生命至上，统筹发展和安全，压实养老机构主体责任、属地管理责任和部门监管责任，健全风险分级管控和隐患排查治理双重预防机制，坚决防范和遏制重特大事故发生。
        （一）落实主体责任。养老机构法定代表人（主要负责人）是安全管理第一责任人，应当建立健全全员安全责任制，每季度至少组织1次消防演练，每年投入的安全经费不低于运营收入的3%。
        （二）强化日常监管。各县（市、区）民政局应当按照“谁主管、谁负责”的原则，对辖区内养老机构逐一开展检查。
        1.开展拉网式排查。重点检查电气线路、燃气管道、消防设施和疏散通道，建立问题清单、责任清单和整改清单。
        （1）电气线路老化的，应当于2026年6月30日前完成改造；
        （2）消防控制室值班人员未持证上岗的，应当立即整改。
        2.实行闭环管理。对检查发现的问题，实行登记、整改、复查、销号闭环管理。
        二、工作安排
        （一）自查阶段（2026年4月1日至4月30日）。各养老机构对照《养老机构服务安全基本规范》（GB 38600—2019）逐条自查，填写自查表。
        （二）检查阶段（2026年5月1日至6月30日）。各县（市、区）民政局组织检查，市民政局随机抽查，抽查比例不低于20%。
        （三）总结阶段（2026年7月1日至7月31日）。各县（市、区）民政局应当于7月20日前将工作总结报送市民政局。
        三、有关要求
        各县（市、区）民政局要高度重视，加强组织领导，明确专人负责，确保各项工作落到实处。工作中遇有重大问题，及时报告。
        """;

    public static OfficialDocument Notice { get; } = new()
    {
        Organs = [Bureau],
        DocumentNumber = "江民发〔2026〕12号",
        Urgency = "加急",
        Title = "江州市民政局关于做好2026年养老服务设施安全管理工作的通知",
        MainRecipients = "各县（市、区）民政局，市属各养老机构",
        Body = Body,
        AttachmentNames = ["养老机构安全隐患自查表", "江州市养老服务设施安全管理工作领导小组成员名单及各成员单位联系人通讯录"],
        Date = new(2026, 3, 5),
        Remark = "此件公开发布",
        Annexes = [new("养老机构安全隐患自查表", Body), new("江州市养老服务设施安全管理工作领导小组成员名单及各成员单位联系人通讯录", "组　长：张明\n副组长：李强、王晓红")],
        CopyRecipients = "江州市人民政府办公室，江州市应急管理局，江州市消防救援支队，江州市市场监督管理局，江州市卫生健康委员会",
        PrintingOrgan = "江州市民政局办公室",
        PrintingDate = new(2026, 3, 6),
    };

    /// <summary>The same without figures in its text, over two pages.</summary>
    public static OfficialDocument InWords { get; } = Notice with
    {
        Title = "江州市民政局关于加强养老服务设施安全管理工作的通知",
        Body =
            """
            为深入贯彻落实党中央、国务院关于加强养老服务工作的决策部署，切实保障老年人人身和财产安全，现就加强养老服务设施安全管理工作有关事项通知如下：
            一、总体要求
            坚持人民至上、生命至上，统筹发展和安全，压实养老机构主体责任、属地管理责任和部门监管责任，健全风险分级管控和隐患排查治理双重预防机制，坚决防范和遏制重特大事故发生。
            （一）落实主体责任。养老机构法定代表人是安全管理第一责任人，应当建立健全全员安全责任制，每季度至少组织一次消防演练。
            （二）强化日常监管。各县（市、区）民政局应当按照谁主管、谁负责的原则，对辖区内养老机构逐一开展检查，建立问题清单、责任清单和整改清单。
            二、有关要求
            各县（市、区）民政局要高度重视，加强组织领导，明确专人负责，确保各项工作落到实处。工作中遇有重大问题，及时报告。
            """,
        Annexes = [],
    };

    public static OfficialDocument Request { get; } = new()
    {
        Organs = [Bureau],
        CopyNumber = 1,
        Urgency = "特急",
        DocumentNumber = "江民发〔2026〕8号",
        Signers = ["赵建国"],
        Title = "江州市民政局关于新建市社会福利院失能老人照护楼的请示",
        MainRecipients = "江州市人民政府",
        Body = "市社会福利院现有床位320张，入住率达97%，其中失能、半失能老人占68%，现有设施已不能满足照护需求。为补齐我市失能照护短板，拟在市社会福利院院内新建失能老人照护楼1栋，建筑面积8600平方米，设置床位240张，估算总投资4200万元，所需资金拟由市财政安排2200万元，申请中央预算内投资补助2000万元。\n妥否，请批示。",
        Date = new(2026, 2, 10),
        Remark = "联系人：陈芳，联系电话：0000-8123456",
        PrintingOrgan = "江州市民政局办公室",
        PrintingDate = new(2026, 2, 10),
    };

    public static OfficialDocument Letter { get; } = new()
    {
        Format = PageFormat.Letter,
        Organs = [Bureau],
        DocumentNumber = "江民函〔2026〕31号",
        Title = "江州市民政局关于商请提供2025年度特困人员医疗救助数据的函",
        MainRecipients = "江州市医疗保障局",
        Body = "为做好特困人员救助供养工作，根据《社会救助暂行办法》有关规定，商请贵局于2026年4月15日前提供2025年度全市特困人员医疗救助数据，包括救助人次、救助金额及分县（市、区）情况。\n专此函达，请予支持。",
        Date = new(2026, 3, 20),
        CopyRecipients = "各县（市、区）民政局",
    };

    public static OfficialDocument Order { get; } = new()
    {
        Format = PageFormat.Order,
        Organs = ["江州市人民政府"],
        DocumentNumber = "第12号",
        Body = "《江州市殡葬管理办法》已经2026年1月15日市人民政府第32次常务会议通过，现予公布，自2026年5月1日起施行。",
        Officer = new("市　长", "刘志远"),
        Date = new(2026, 1, 20),
        Annexes = [new("江州市殡葬管理办法", "第一章　总则\n第一条　为了加强殡葬管理，推进殡葬改革，促进社会主义精神文明建设，根据国务院《殡葬管理条例》，结合本市实际，制定本办法。\n第二条　本市行政区域内的殡葬活动及其管理，适用本办法。\n第二章　殡葬设施管理\n第三条　市、县（市、区）民政部门应当编制殡葬设施建设规划，报本级人民政府审批。")],
        PrintingOrgan = "江州市人民政府办公室",
        PrintingDate = new(2026, 1, 22),
    };

    public static OfficialDocument Minutes { get; } = new()
    {
        Format = PageFormat.Minutes,
        Organs = ["江州市民政局局长办公会议"],
        DocumentNumber = "〔2026〕3号",
        Title = "2026年第3次局长办公会议纪要",
        Body = "2026年3月9日上午，局长赵建国主持召开第3次局长办公会议，研究养老服务设施安全管理等工作。现纪要如下：\n一、关于养老服务设施安全管理\n会议听取了养老服务科的汇报。会议议定，成立检查组5个，于5月1日前进驻各县（市、区）。\n二、关于社会救助信息系统升级\n会议原则同意升级方案，由规划财务科按程序办理。",
        Attendance = [new("出席", "赵建国、钱伟、孙丽、李强、周敏、吴刚、郑洁、王晓红、冯涛"), new("请假", "陈立"), new("列席", "办公室、养老服务科、规划财务科、社会救助科负责人，驻局纪检监察组负责人")],
        CopyRecipients = "局领导，各科室，局属各单位",
        PrintingOrgan = "江州市民政局办公室",
        PrintingDate = new(2026, 3, 11),
    };

    public static OfficialDocument Joint { get; } = new()
    {
        Organs = [Bureau, "江州市财政局", "江州市人力资源和社会保障局"],
        CopyNumber = 88,
        Secrecy = "秘密★1年",
        Urgency = "特急",
        DocumentNumber = "江民发〔2026〕20号",
        Title = "江州市民政局 江州市财政局 江州市人力资源和社会保障局关于提高城乡居民最低生活保障标准的通知",
        MainRecipients = "各县（市、区）民政局、财政局、人力资源和社会保障局",
        Body = "经市人民政府同意，从2026年4月1日起，调整全市城乡居民最低生活保障标准。现将有关事项通知如下：\n一、城市居民最低生活保障标准由每人每月780元提高到830元。\n二、农村居民最低生活保障标准由每人每年7800元提高到8400元。\n三、所需资金由市、县（市、区）财政按现行负担比例安排。",
        Date = new(2026, 3, 25),
        CopyRecipients = "江州市人民政府办公室，江州市审计局",
        PrintingOrgan = "江州市民政局办公室",
        PrintingDate = new(2026, 3, 26),
    };

    public static IReadOnlyDictionary<string, OfficialDocument> All { get; } = new Dictionary<string, OfficialDocument>
    {
        ["notice"] = Notice,
        ["request"] = Request,
        ["letter"] = Letter,
        ["order"] = Order,
        ["minutes"] = Minutes,
        ["joint"] = Joint,
    };

    public static TheoryData<string> Names { get; } = [.. All.Keys];
}
