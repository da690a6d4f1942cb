namespace Backoffice.Document.Search;

/// <summary>How far searches count.</summary>
internal static class Hits
{
    /// <summary>
    /// A search counts so far and then says "more": each hit of a longer word is confirmed by its text, so that counting further
    /// would cost more the more documents there are (docs/adr/0003).
    /// </summary>
    public const int CountTo = 100;
}
