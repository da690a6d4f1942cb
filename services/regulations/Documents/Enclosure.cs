using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Regulations.Documents;

/// <summary>An attachment that is really with a document: a text bound with it, or a file.</summary>
/// <param name="Name">What it calls itself; empty of a file that is only numbered.</param>
/// <param name="Number">Its place in the list as its name tells it; null where it tells none.</param>
/// <param name="IsFile">Texts and files each have their own order.</param>
public sealed partial record Enclosure(string Name, int? Number = null, bool IsFile = false)
{
    /// <summary>附件2：名单.docx is the second, and called 名单.</summary>
    public static Enclosure OfFile(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName).Trim();
        return Label().Match(stem) is { Success: true } label
            ? new(stem[label.Length..].Trim(), label.Groups["number"] is { Length: > 0 } number ? NumberOf(number.Value) : null, IsFile: true)
            : new(stem, IsFile: true);
    }

    /// <summary>The place of a name in the list, from 0; -1 where it is not listed.</summary>
    public static int PlaceOf(IReadOnlyList<string> listed, string name) => Array.IndexOf([.. listed.Select(KeyOf)], KeyOf(name));

    /// <summary>Where list and enclosures do not agree: what is listed and missing, called otherwise, in another order, or not listed.</summary>
    public static IEnumerable<EnclosureDisagreement> Compare(IReadOnlyList<string> listed, IReadOnlyList<Enclosure> enclosed)
    {
        var keys = listed.Select(KeyOf).ToArray();
        var places = enclosed.Select(e => e.PlaceIn(keys)).ToArray();
        for (var i = 0; i < listed.Count; i++)
        {
            if (!places.Contains(i))
                yield return new(i, listed[i], "", $"附件说明第{i + 1}项“{listed[i]}”没有相应的附件", $"There is no attachment for item {i + 1} of the list");
        }
        // The same in another form of file is no other attachment.
        var last = new Dictionary<bool, int> { [true] = -1, [false] = -1 };
        for (var i = 0; i < enclosed.Count; i++)
        {
            var (enclosure, place) = (enclosed[i], places[i]);
            if (place is not { } at)
                yield return new(null, "", enclosure.Name, $"附件说明中没有附件“{enclosure.Shown}”", $"The list has no attachment {enclosure.Shown}");
            else if (enclosure.Name.Length > 0 && KeyOf(enclosure.Name) != keys[at])
                yield return new(at, listed[at], enclosure.Name, $"附件{at + 1}名为“{enclosure.Name}”，与附件说明“{listed[at]}”不一致", $"Attachment {at + 1} is called otherwise than listed");
            else if (enclosure.Number is { } number ? number != at + 1 : at < last[enclosure.IsFile] && !places.Take(i).Contains(at))
                yield return new(at, listed[at], enclosure.Name, $"附件“{enclosure.Shown}”的顺序与附件说明不一致", $"Attachment {enclosure.Shown} is in another order than listed");
            last[enclosure.IsFile] = Math.Max(last[enclosure.IsFile], place ?? -1);
        }
    }

    private string Shown => Name.Length > 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"附件{Number}");

    // By its name, or else by its number: what stands there under another name is told.
    private int? PlaceIn(string[] keys) =>
        Name.Length > 0 && Array.IndexOf(keys, KeyOf(Name)) is >= 0 and var named ? named
        : Number is { } number && number <= keys.Length ? number - 1
        : Name.Length == 0 && Number is null && keys.Length == 1 ? 0
        : null;

    // What file systems forbid or people vary: blanks, title marks, forms of brackets.
    private static string KeyOf(string name) => Variable().Replace(AttachmentNames.Bare(name), "").Replace('（', '(').Replace('）', ')').ToUpperInvariant();

    private static int NumberOf(string number) => int.TryParse(number, CultureInfo.InvariantCulture, out var figures) ? figures : ChineseOrdinals.Parse(number);

    [GeneratedRegex(@"^(?:附件\s*(?<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})?(?:\s*[：:.．、\-—_ ]\s*|\z|(?=\S))|(?<number>[0-9]{1,2})\s*[.．、_\-—]\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s《》“”""'〈〉_]", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}

/// <summary>One place where the list of attachments and what is with the document do not agree.</summary>
/// <param name="Item">Of the list, from 0; null where it has none.</param>
public sealed record EnclosureDisagreement(int? Item, string Listed, string Enclosed, string Zh, string En);
