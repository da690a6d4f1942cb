namespace Backoffice.Regulations.Documents;

/// <summary>成文日期 (条例 第9条(十二)): computed from the signatures, never typed.</summary>
public static class FinalDate
{
    /// <summary>The day a document of one organ was signed by its head, or adopted by a meeting.</summary>
    public static DateOnly? Of(SignOff signOff) => signOff.Agrees ? signOff.On : null;

    /// <summary>Of a joint document: the day of the last signature; none while one is missing.</summary>
    public static DateOnly? Of(IReadOnlyCollection<JointOrgan> organs) =>
        organs.Count == 0 || organs.Any(o => o.SignedOn is null) ? null : organs.Max(o => o.SignedOn);

    /// <summary>As printed: Arabic figures, no leading zero (GB/T 9704 7.3.5.4).</summary>
    public static string Print(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
