using Backoffice.Procedures.Reminders;

namespace Backoffice.Document.Urging;

/// <summary>The rules that come with the service, and the file a site puts in their place.</summary>
internal static class DocumentUrging
{
    /// <param name="file">A file of the site; empty for none.</param>
    /// <exception cref="FormatException">The file is no such rules.</exception>
    public static UrgingRules Load(string file)
    {
        if (file.Length > 0)
            return UrgingRules.Parse(File.ReadAllText(file));
        using var own = new StreamReader(typeof(DocumentUrging).Assembly.GetManifestResourceStream("urging.json")!);
        return UrgingRules.Parse(own.ReadToEnd());
    }
}
