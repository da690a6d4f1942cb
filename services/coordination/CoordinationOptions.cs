namespace Backoffice.Coordination;

/// <summary>What the coordination service is told by its environment, as `Coordination__NAME`.</summary>
public sealed class CoordinationOptions
{
    public const string Section = "Coordination";

    /// <summary>A folder with holiday notices of years that the program does not know yet, as `Document__Holidays`; working hours are counted by them.</summary>
    public string Holidays { get; set; } = "";
}
