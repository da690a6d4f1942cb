using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>State secrets beside documents: carriers that are destroyed, meetings, people who leave, and ciphers.</summary>
public static class ClassifiedWorkRules
{
    /// <summary>销毁国家秘密载体 (实施条例 第28条).</summary>
    public static IEnumerable<Finding> CheckDisposal(CarrierDisposal facts)
    {
        foreach (var miscounted in CheckCount("SEC-18", facts.Listed, facts.Counted))
            yield return miscounted;
        if (!facts.IsRegistered)
            yield return new("SEC-18", nameof(facts.IsRegistered), "销毁国家秘密载体须逐件登记", "Carriers that are destroyed are registered one by one");
        if (!facts.IsApproved)
            yield return new("SEC-18", nameof(facts.IsApproved), "销毁国家秘密载体须经审批", "Carriers are destroyed after approval");
        if (facts.Destroyer == CarrierDestroyer.Other || (facts.Destroyer == CarrierDestroyer.OwnEquipment && !facts.IsSmall))
            yield return new("SEC-18", nameof(facts.Destroyer), "国家秘密载体应当送交指定单位销毁，少量的可以使用符合标准的设备自行销毁", "Carriers are destroyed by the designated unit; a few of them with equipment of the standard")
            {
                Suggestion = "送交保密行政管理部门确定的单位销毁",
            };
    }

    /// <summary>清点: whether as many are there as the list names that was approved; asked by each rule of destruction.</summary>
    internal static IEnumerable<Finding> CheckCount(string rule, int listed, int counted)
    {
        if (counted != listed)
            yield return new(rule, nameof(CarrierDisposal.Counted), $"清点{counted}件，与清单{listed}件不符", $"{counted} were counted, {listed} are listed")
            {
                Measured = counted.ToString(CultureInfo.InvariantCulture),
                Required = listed.ToString(CultureInfo.InvariantCulture),
            };
    }

    /// <summary>涉密会议 (法 第38条、实施条例 第45条).</summary>
    public static IEnumerable<Finding> CheckMeeting(ClassifiedMeeting facts)
    {
        if (!facts.Level.IsStateSecret())
            yield return new("SEC-23", nameof(facts.Level), "涉密会议应当先确定密级", "The level of a classified meeting is fixed first");
        if (!facts.HasPlan)
            yield return new("SEC-23", nameof(facts.HasPlan), "涉密会议应当制定保密方案", "A classified meeting has a plan of secrecy");
        if (!facts.AttendeesAreLimited)
            yield return new("SEC-23", nameof(facts.AttendeesAreLimited), "涉密会议应当限定参加人员和工作人员的范围", "Attendees and staff of a classified meeting are limited");
        if (!facts.PlaceComplies)
            yield return new("SEC-23", nameof(facts.PlaceComplies), "涉密会议的场所、设施、设备应当符合保密规定和标准", "Place and equipment of a classified meeting meet the requirements");
        if (!facts.IdentitiesAreChecked)
            yield return new("SEC-23", nameof(facts.IdentitiesAreChecked), "涉密会议应当核对参加人员身份", "Who comes to a classified meeting is checked");
        if (!facts.IsEducationHeld)
            yield return new("SEC-23", nameof(facts.IsEducationHeld), "应当对参加人员进行保密教育，提出具体保密要求", "Attendees are told what secrecy asks of them");
    }

    /// <summary>脱密期: whether the one that was ordered is among those the site has for the class.</summary>
    /// <param name="of">The class of the post that is left.</param>
    /// <param name="months">What was ordered.</param>
    /// <param name="site">What the site has; a class without an entry has no figure, which is nothing to find fault with.</param>
    public static IEnumerable<Finding> CheckCoolingOff(ClearedClass of, int months, IReadOnlyDictionary<ClearedClass, CoolingOff> site)
    {
        if (site.TryGetValue(of, out var figure) && (months < figure.Shortest || months > figure.Longest))
            yield return new("SEC-22", "Months", $"脱密期{months}个月，不在规定的{figure.Shortest}至{figure.Longest}个月之内", $"{months} months are not between the {figure.Shortest} and {figure.Longest} that are set")
            {
                Measured = months.ToString(CultureInfo.InvariantCulture),
                Required = string.Create(CultureInfo.InvariantCulture, $"{figure.Shortest}—{figure.Longest}"),
            };
    }

    /// <summary>密码: whether a kind of cipher may protect a level (密码法 第7条、第8条).</summary>
    public static IEnumerable<Finding> CheckCipher(Cipher cipher, SecrecyLevel level)
    {
        var highest = cipher switch
        {
            Cipher.Core => SecrecyLevel.TopSecret,
            Cipher.Common => SecrecyLevel.Confidential,
            _ => SecrecyLevel.WorkSecret,
        };
        if (level > highest)
            yield return new("SEC-27", nameof(Cipher), cipher == Cipher.Commercial ? "商用密码不得用于保护国家秘密" : "普通密码保护信息的最高密级为机密级", "The cipher does not protect this level")
            {
                Measured = level.ToChinese(),
                Required = highest.ToChinese(),
            };
    }
}
