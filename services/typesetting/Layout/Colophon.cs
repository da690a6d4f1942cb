using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;

namespace Backoffice.Typesetting.Layout;

/// <summary>On which side the colophon stands: the last, which of a sheet printed on both is an even one (7.4, 7.5).</summary>
internal sealed class Colophon(PageFormat format, ColophonLayout layout, IReadOnlyList<ColophonRow> rows)
{
    public void AddTo(List<Page> pages, double textEnd)
    {
        var fits = textEnd <= layout.LowestText(rows);
        // A letter ends where its text does: it may fill one side only (10.1).
        if (!fits || format != PageFormat.Letter && pages.Count % 2 == 1)
        {
            var blank = format != PageFormat.Letter && pages.Count % 2 == 0;
            // 7.5: where a blank page stands before the colophon's, neither is numbered.
            if (blank)
                pages.Add(new Page(pages.Count + 1, ShowsNumber: false, [], []));
            pages.Add(new Page(pages.Count + 1, ShowsNumber: !blank, [], []));
        }
        pages[^1] = pages[^1] with { Items = [.. pages[^1].Items, .. layout.Items(rows)] };
    }
}
