using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Import;

/// <summary>The words of a paragraph after its tracked changes were accepted or rejected, and how much of it is not words.</summary>
internal sealed class DocxText(TrackedChanges changes)
{
    public int Hidden { get; private set; }

    public int Symbols { get; private set; }

    /// <summary>Insertions and deletions, moved text being both.</summary>
    public static (int Insertions, int Deletions) ChangesIn(OpenXmlElement document) => (
        document.Descendants().Count(e => e is InsertedRun or MoveToRun or Inserted),
        document.Descendants().Count(e => e is DeletedRun or MoveFromRun or Deleted));

    public string Of(Paragraph paragraph)
    {
        var text = new StringBuilder();
        Append(text, paragraph);
        return text.ToString();
    }

    /// <summary>A paragraph whose mark is deleted, or was inserted and is not to be, runs on into the next.</summary>
    public bool JoinsNext(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphMarkRunProperties is { } mark && mark.ChildElements.Any(IsGoneMark);

    public bool IsGone(TableRow row) => row.TableRowProperties?.ChildElements.Any(IsGoneMark) == true;

    private bool IsGoneMark(OpenXmlElement mark) => changes == TrackedChanges.Accept ? mark is Deleted or MoveFrom : mark is Inserted or MoveTo;

    private void Append(StringBuilder text, OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case DeletedRun or MoveFromRun when changes == TrackedChanges.Accept:
                case InsertedRun or MoveToRun when changes == TrackedChanges.Reject:
                // A text box stands outside the text, and a formula is no line of it.
                case Drawing or Picture or EmbeddedObject or AlternateContent or DocumentFormat.OpenXml.Math.OfficeMath or DocumentFormat.OpenXml.Math.Paragraph:
                case RubyContent or FieldCode or DeletedFieldCode:
                    break;
                case Run run when run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false:
                    Hidden++;
                    break;
                case Text or DeletedText:
                    text.Append(element.InnerText);
                    break;
                case TabChar:
                    text.Append('\t');
                    break;
                case Break line when line.Type is null || line.Type.Value == BreakValues.TextWrapping:
                case CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case SymbolChar:
                    Symbols++;
                    break;
                default:
                    Append(text, element);
                    break;
            }
        }
    }
}
