using Backoffice.Document.V1;
using Google.Protobuf;

namespace Backoffice.Document.DraftTemplates;

/// <summary>The templates that come with the service: one for each kind of document, and for the texts an office writes most.</summary>
internal sealed class TemplateShelf
{
    private TemplateShelf(IEnumerable<DraftTemplate> templates) => All = templates.ToDictionary(t => t.Name);

    public static TemplateShelf Own { get; } = Load();

    public IReadOnlyDictionary<string, DraftTemplate> All { get; }

    private static TemplateShelf Load()
    {
        var assembly = typeof(TemplateShelf).Assembly;
        return new TemplateShelf(assembly.GetManifestResourceNames().Where(n => n.EndsWith(".template.json", StringComparison.Ordinal)).Select(name =>
        {
            using var json = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var template = JsonParser.Default.Parse<DraftTemplate>(json);
            template.Version = 1;
            template.ExpectFields();
            return template;
        }));
    }
}
