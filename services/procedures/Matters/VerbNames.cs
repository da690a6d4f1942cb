using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>What people call the verbs.</summary>
public static class VerbNames
{
    private static readonly Dictionary<Verb, string> Names = new()
    {
        [Verb.Start] = "发起",
        [Verb.Open] = "打开",
        [Verb.Agree] = "同意",
        [Verb.Disagree] = "不同意",
        [Verb.Return] = "退回",
        [Verb.Withdraw] = "撤回",
        [Verb.Transfer] = "转办",
        [Verb.Delegate] = "委派",
        [Verb.AddSigner] = "加签",
        [Verb.RemoveSigner] = "减签",
        [Verb.Circulate] = "传阅",
        [Verb.Copy] = "抄送",
        [Verb.Read] = "阅毕",
        [Verb.Urge] = "催办",
        [Verb.Terminate] = "终止",
        [Verb.Skip] = "自动跳过",
        [Verb.Release] = "免阅",
    };

    public static string Of(Verb verb) => Names[verb];
}
