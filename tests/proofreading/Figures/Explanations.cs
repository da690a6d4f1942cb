namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>Why each kind of finding remains on published documents; one that is not explained fails the test.</summary>
internal static class Explanations
{
    private static readonly Dictionary<string, string> Known = new()
    {
    };

    public static string Of(string kind) => Known.GetValueOrDefault(kind) ?? $"NOT EXPLAINED: {kind}";
}
