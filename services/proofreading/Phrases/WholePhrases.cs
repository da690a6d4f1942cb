namespace Backoffice.Proofreading.Phrases;

/// <summary>Long fixed phrases that are written whole or wrongly: with a character dropped, or one written twice.</summary>
internal static class WholePhrases
{
    // Names of organs go with these or without: 发展（和）改革委员会.
    private const string Optional = "和的与及";

    /// <summary>The ways in which a phrase loses or doubles one of its inner characters; at its ends the text around it would tell.</summary>
    public static IEnumerable<string> SlipsOf(string phrase) => Enumerable.Range(1, phrase.Length - 2)
        .Where(i => !Optional.Contains(phrase[i], StringComparison.Ordinal) && phrase[i] >= '\u4E00')
        .SelectMany(i => (string[])[phrase.Remove(i, 1), phrase.Insert(i, phrase[i].ToString())])
        .Distinct();
}
