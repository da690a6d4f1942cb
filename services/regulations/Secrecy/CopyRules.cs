using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>复制、摘录、导出 of state secrets (保密法 第26条; 实施条例 第27条; 公文处理工作条例 第32条).</summary>
public static class CopyRules
{
    public static Finding NotApproved(SecrecyLevel level) => new("SEC-17", "Export", $"导出{level.ToChinese()}文件未经批准", $"The export of a document ({level}) was not approved");

    /// <summary>An approval that the organ alone cannot give.</summary>
    /// <param name="isOriginalHere">True when this organ classified it.</param>
    /// <param name="authority">原定密机关 or 上级机关 that approved, and its number; empty for nobody outside.</param>
    public static IEnumerable<Finding> Check(SecrecyLevel level, bool isOriginalHere, string authority)
    {
        if (level == SecrecyLevel.TopSecret && !isOriginalHere && authority.Length == 0)
            yield return new("SEC-16", "Authority", "复制、摘录绝密级国家秘密，须经原定密机关或者其上级机关批准", "绝密 is copied or extracted with the approval of the organ that classified it, or its superior, only")
            {
                Suggestion = "注明批准的原定密机关或者其上级机关及其文号",
            };
    }
}
