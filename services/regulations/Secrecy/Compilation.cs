namespace Backoffice.Regulations.Secrecy;

/// <summary>汇编 of documents, where there is a zone that may hold them (条例 第32条, rule DOC-M05).</summary>
public static class Compilation
{
    /// <summary>A compilation bears the highest level of what is in it; of nothing, none.</summary>
    public static SecrecyLevel LevelOf(IEnumerable<SecrecyLevel> documents) => documents.DefaultIfEmpty().Max();
}
