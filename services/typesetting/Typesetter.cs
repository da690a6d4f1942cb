using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting;

/// <summary>Lays official documents out by GB/T 9704—2012: one layout, from which every output is made.</summary>
public sealed class Typesetter
{
    // 7.3.5.5: where signature and date would stand alone, the pitch is widened or narrowed, the least first.
    private static readonly int[] LinesToTry = [Paper.Lines, 23, 21, 24, 20];

    private readonly FontShelf _shelf;
    private readonly Ruler _ruler;
    private readonly LineBreaker _breaker;

    public Typesetter(FontShelf shelf)
    {
        (_shelf, _ruler) = (shelf, new Ruler(shelf));
        _breaker = new LineBreaker(_ruler);
    }

    public LaidOutDocument Lay(OfficialDocument document)
    {
        var composer = new Composer(_ruler);
        var sheet = composer.Compose(document, recipientsInColophon: false);
        if (document.MainRecipients.Length > 0 && !ShowsBody(sheet, new LineGrid(Paper.Lines)))
            sheet = composer.Compose(document, recipientsInColophon: true);

        foreach (var lines in LinesToTry)
        {
            var grid = new LineGrid(lines);
            var flow = new FlowLayout(_breaker, grid);
            var head = HeadOf(sheet, grid);
            var pages = flow.Flow(sheet.Blocks, head.FirstLine);
            if (!flow.SignatureIsAlone)
                return Finish(document, sheet, grid, head, pages);
        }
        var plain = new LineGrid(Paper.Lines);
        var top = HeadOf(sheet, plain);
        // No pitch mends it: the last line of the text goes along.
        return Finish(document, sheet, plain, top, new FlowLayout(_breaker, plain).Flow(sheet.Blocks, top.FirstLine, carried: 1));
    }

    private HeadPlaces HeadOf(Sheet sheet, LineGrid grid)
    {
        var layout = new HeadLayout(_ruler, _shelf, grid);
        // A joint mark grows by a line an organ as long as the first page still shows the text (7.2.4).
        for (var extra = sheet.Head.Organs.Count - 1; extra > 0; extra--)
            if (layout.Of(sheet.Head, extra) is var head && head.FirstLine + LinesAboveBody(sheet) < grid.Lines)
                return head;
        return layout.Of(sheet.Head, 0);
    }

    private bool ShowsBody(Sheet sheet, LineGrid grid) => HeadOf(sheet, grid).FirstLine + LinesAboveBody(sheet) < grid.Lines;

    private int LinesAboveBody(Sheet sheet) =>
        sheet.Blocks.TakeWhile(b => b.Element is Element.Title or Element.MainRecipients).Sum(b => b.BlankBefore + _breaker.Break(b).Count)
        + (sheet.Blocks.FirstOrDefault(b => b.Element == Element.Body)?.BlankBefore ?? 0);

    private LaidOutDocument Finish(OfficialDocument document, Sheet sheet, LineGrid grid, HeadPlaces head, IReadOnlyList<FlowPage> flow)
    {
        var pages = flow.Select((p, i) => new Page(i + 1, ShowsNumber: document.Format != PageFormat.Letter || i > 0, [.. i == 0 ? head.Items : [], .. p.Items], p.Seals)).ToList();
        var colophon = new ColophonLayout(_ruler, hasRules: document.Format != PageFormat.Letter);
        if (sheet.Colophon.Count > 0)
            new Colophon(document.Format, colophon, sheet.Colophon).AddTo(pages, grid.TopOf(flow[^1].Line - 1) + Paper.Character);
        var numbered = pages.Select(p => p.ShowsNumber ? p with { Items = [.. p.Items, .. PageNumbers.Of(p.Number, _ruler, _shelf)] } : p).ToArray();
        return new LaidOutDocument(document.Title, grid, numbered, _shelf.ReportOn(numbered), sheet, head, flow.Count, colophon.TopsOf(sheet.Colophon));
    }
}
