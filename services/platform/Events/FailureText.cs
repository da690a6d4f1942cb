using System.Data.Common;

namespace Backoffice.Platform.Events;

/// <summary>What a failure was, in words without content: whoever keeps the system running reads no business.</summary>
internal static class FailureText
{
    private const int Longest = 300;

    public static string Of(Exception failure)
    {
        var causes = new List<string>();
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            causes.Add(cause is DbException { SqlState: { } state } ? $"{cause.GetType().Name} {state}" : cause.GetType().Name);
        var text = $"{string.Join(" < ", causes)} in {failure.TargetSite?.DeclaringType?.Name}.{failure.TargetSite?.Name}";
        return text.Length <= Longest ? text : text[..Longest];
    }
}
