namespace Backoffice.Bench.Report;

/// <summary>When, on what and how something was measured.</summary>
/// <param name="Load">Load average at the start.</param>
internal sealed record Run(DateOnly Day, string Machine, string Load, int Minutes, string Command);
