namespace Backoffice.Document;

/// <summary>Settings of the document service alone, `Document__…`.</summary>
public sealed record DocumentOptions
{
    public const string Section = "Document";

    /// <summary>A folder with procedures of the site, one JSON file each; a higher version replaces the one that comes with the service.</summary>
    public string Procedures { get; init; } = "";

    /// <summary>A folder with holiday notices of years that the program does not know yet, as JSON files of holiday-cn.</summary>
    public string Holidays { get; init; } = "";
}
