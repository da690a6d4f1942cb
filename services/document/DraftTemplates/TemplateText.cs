using System.Text.RegularExpressions;
using Backoffice.Document.V1;

namespace Backoffice.Document.DraftTemplates;

/// <summary>The words of a template, and what stands in them once its fields are filled.</summary>
internal static partial class TemplateText
{
    /// <summary>Every field that is used is described, and the other way round: else a drafter is asked for nothing, or for what goes nowhere.</summary>
    public static void ExpectFields(this DraftTemplate template)
    {
        var used = Fields().Matches($"{template.Title}\n{template.MainRecipients}\n{template.Body}").Select(m => m.Groups[1].Value).ToHashSet();
        var described = template.Fields.Select(f => f.Id).ToHashSet();
        used.SymmetricExceptWith(described);
        if (used.Count > 0)
            throw DocumentErrors.TemplateField(template.Name, used.Order(StringComparer.Ordinal).First());
    }

    public static OutgoingDocument Fill(this DraftTemplate template, IReadOnlyDictionary<string, string> values)
    {
        return new OutgoingDocument
        {
            Title = Filled(template.Title),
            Genre = template.Genre,
            Direction = template.Direction,
            MainRecipients = Filled(template.MainRecipients),
            Body = Filled(template.Body),
        };

        // A value that looks like a field is a value: what was filled in is not filled again.
        string Filled(string text) => Fields().Replace(text, m => values.TryGetValue(m.Groups[1].Value, out var value) && value.Length > 0 ? value : $"【{NameOf(m.Groups[1].Value)}】");

        string NameOf(string field) => template.Fields.FirstOrDefault(f => f.Id == field)?.DisplayName ?? field;
    }

    [GeneratedRegex(@"\{([a-z][a-z0-9_]{0,39})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Fields();
}
