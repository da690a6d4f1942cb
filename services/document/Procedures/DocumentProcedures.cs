using Backoffice.Procedures.Definitions;

namespace Backoffice.Document.Procedures;

/// <summary>The procedures that come with the service, and the files a site adds to them.</summary>
internal static class DocumentProcedures
{
    public const string Incoming = "incoming";

    /// <summary>Signed by a deputy head.</summary>
    public const string Outgoing = "outgoing";

    /// <summary>Signed by the principal head: upward and important documents (条例 第22条).</summary>
    public const string OutgoingToPrincipal = "outgoing-principal";

    /// <summary>用印</summary>
    public const string Seal = "seal";

    /// <param name="folder">Files of the site, `*.json`; empty for none.</param>
    /// <exception cref="ProcedureException">A definition is incomplete.</exception>
    public static ProcedureLibrary Load(string folder)
    {
        var assembly = typeof(DocumentProcedures).Assembly;
        var own = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".procedure.json", StringComparison.Ordinal)).Select(n => assembly.GetManifestResourceStream(n)!);
        var added = folder.Length > 0 ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File.OpenRead) : [];
        return new ProcedureLibrary([.. own.Concat(added).Select(Read)]);
    }

    private static ProcedureDefinition Read(Stream json)
    {
        using (json)
            return ProcedureLibrary.Read(json);
    }
}
