namespace Backoffice.Proofreading.Characters;

/// <summary>How often runs of characters and words were seen.</summary>
internal interface ICounts
{
    /// <summary>How often a run of one to four characters stands in official texts.</summary>
    double OfRun(ReadOnlySpan<char> run);

    /// <summary>How often a word of two to five characters stands in texts of any kind; 0 when it is in no word list.</summary>
    double OfWord(ReadOnlySpan<char> word);

    /// <summary>Length of the official texts counted, in characters.</summary>
    double Characters { get; }
}
