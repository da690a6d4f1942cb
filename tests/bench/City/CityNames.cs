namespace Backoffice.Bench.City;

/// <summary>What people, units and duties of a city are called.</summary>
internal static class CityNames
{
    /// <summary>The commonest first, as they are in the country.</summary>
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红梅建国志文海燕春晓东宇欣佳思雨子轩浩然梓涵俊杰博雅婷雪倩鑫飞鹏斌波辉凯峰宁云莉琳慧颖洁亮健新立永安康庆林森阳光";

    public static readonly (string Bureau, string[] Duties)[] Bureaus =
    [
        ("发展和改革委员会", ["经济运行调节", "投资项目审批", "价格管理", "粮食储备"]), ("教育局", ["学前教育", "义务教育", "教师管理"]), ("科学技术局", ["科技计划", "成果转化", "高新技术"]),
        ("工业和信息化局", ["中小企业", "信息化建设"]), ("公安局", ["治安管理", "户籍管理", "交通管理"]), ("民政局", ["社会救助", "养老服务", "社会组织管理", "区划地名"]),
        ("司法局", ["法律援助", "行政复议"]), ("财政局", ["预算编制", "国库支付", "政府采购"]), ("人力资源和社会保障局", ["就业促进", "社会保险", "人事管理"]),
        ("自然资源和规划局", ["国土空间规划", "不动产登记"]), ("生态环境局", ["环境监察", "大气污染防治"]), ("住房和城乡建设局", ["住房保障", "建筑市场监管"]),
        ("交通运输局", ["公路养护", "运输管理"]), ("水务局", ["防汛抗旱", "供水管理"]), ("农业农村局", ["种植业管理", "乡村振兴"]), ("商务局", ["市场运行", "外资管理"]),
        ("文化和旅游局", ["公共文化", "旅游市场监管"]), ("卫生健康委员会", ["疾病预防控制", "医政管理", "基层卫生"]), ("退役军人事务局", ["移交安置", "优抚褒扬"]),
        ("应急管理局", ["安全生产监管", "救灾减灾"]), ("审计局", ["财政审计", "经济责任审计"]), ("市场监督管理局", ["登记注册", "食品安全", "质量监督"]),
        ("统计局", ["综合统计", "专项调查"]), ("医疗保障局", ["待遇保障", "基金监管"]), ("城市管理局", ["市容环境", "行政执法"]), ("信访局", ["来信办理", "来访接待"]),
    ];

    /// <summary>Every bureau has these, whatever it is for.</summary>
    public static readonly string[] Everywhere = ["办公室", "规划财务科", "政策法规科", "人事科"];

    private static readonly Skewed Commonness = new(Surnames.Length, 0.8);

    public static string Person(Random random) =>
        $"{Surnames[Commonness.Choose(random)]}{Given[random.Next(Given.Length)]}{(random.Next(4) > 0 ? Given[random.Next(Given.Length)] : "")}";
}
