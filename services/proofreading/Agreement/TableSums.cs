using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>合计、总计、小计 of a table: each column of figures comes to what its total says.</summary>
internal static partial class TableSums
{
    public static IEnumerable<ProofFinding> In(ProofText text) => text.Texts().SelectMany(FigureTable.In).SelectMany(In);

    private static IEnumerable<ProofFinding> In(FigureTable table)
    {
        var ranks = table.Rows.Select(RankOf).ToArray();
        // 其中 says parts of a row once more: which rows add up then only people see.
        if (ranks.All(r => r == 0) || table.Rows.Any(r => r.Any(c => c.Word.StartsWith("其中", StringComparison.Ordinal))))
            yield break;
        var columns = Enumerable.Range(0, table.Columns).Where(c => IsSummed(table, ranks, c)).ToArray();
        for (var total = 0; total < ranks.Length; total++)
        {
            if (ranks[total] == 0 || PartsOf(table, ranks, total) is not { Count: > 1 } parts)
                continue;
            var sums = columns.Select(c => (Cell: table.Rows[total][c], Parts: parts.Select(row => table.Rows[row][c]).ToArray())).Where(s => s.Cell.Figure is not null).ToArray();
            var wrong = sums.Where(s => Math.Abs(Added(s.Parts) - s.Cell.Figure!.Value) > Rounding(s.Parts)).ToArray();
            // Another column that comes out right shows that these rows are what is added up.
            var certainty = wrong.Length < sums.Length ? Certainty.Error : Certainty.Hint;
            foreach (var (cell, added) in wrong)
                yield return Of(cell, table.Rows[total], Added(added), Math.Max(cell.Decimals, added.Max(p => p.Decimals)), certainty);
        }
    }

    private static ProofFinding Of(Cell cell, IReadOnlyList<Cell> row, decimal added, int decimals, Certainty certainty)
    {
        var due = added.ToString((cell.HasThousands ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var name = row.First(c => Total().IsMatch(c.Word)).Word;
        return new("DOC-P03", FindingKind.Figures, certainty, cell.Place, cell.Text, $"表中“{name}”为{cell.Text}，本列各行相加为{due}", $"The total says {cell.Text}, its column comes to {due}") { Suggestion = due };
    }

    /// <summary>0: figures; 1: 小计; 2: 合计; 3: 总计.</summary>
    private static int RankOf(IReadOnlyList<Cell> row) => row.Select(c => Total().Match(c.Word)).FirstOrDefault(m => m.Success)?.Groups["name"].Value switch
    {
        null => 0,
        "小计" => 1,
        "合计" or "共计" => 2,
        _ => 3,
    };

    /// <summary>The rows of figures that a total is of: those above it since the last of its rank, or where none stand above it those below it.</summary>
    private static List<int> PartsOf(FigureTable table, int[] ranks, int total)
    {
        var rank = ranks[total];
        // The first of a rank shows on which side the table has its totals.
        var first = Array.FindIndex(ranks, r => r >= rank);
        var isAbove = Figures(table, ranks, Enumerable.Range(0, first)).Count > 0;
        return Figures(table, ranks, isAbove
            ? Enumerable.Range(0, total).Reverse().TakeWhile(r => ranks[r] < rank)
            : Enumerable.Range(total + 1, ranks.Length - total - 1).TakeWhile(r => ranks[r] < rank));
    }

    private static List<int> Figures(FigureTable table, int[] ranks, IEnumerable<int> rows) => [.. rows.Where(r => ranks[r] == 0 && table.Rows[r].Any(c => c.Figure is not null) && !IsHead(table, r))];

    // The head is what stands before the first figure. Years in it, 2025 and 2026, are none; 约120 is no word of a head.
    private static bool IsHead(FigureTable table, int row) => Enumerable.Range(0, row + 1).All(r => table.Rows[r].All(c => HeadWord().IsMatch(c.Word)));

    /// <summary>A column is added up when nothing but figures stands in it, and its head does not say that they are rates, numbers or days.</summary>
    private static bool IsSummed(FigureTable table, int[] ranks, int column)
    {
        var rows = Enumerable.Range(0, ranks.Length).ToLookup(r => IsHead(table, r));
        return rows[false].Any(r => ranks[r] > 0 && table.Rows[r][column].Figure is not null)
            && rows[false].All(r => table.Rows[r][column] is { Figure: not null } or { IsVoid: true })
            && !NotAdded().IsMatch(string.Concat(rows[true].Select(r => table.Rows[r][column].Word)));
    }

    private static decimal Added(IEnumerable<Cell> parts) => parts.Sum(p => p.Figure ?? 0);

    /// <summary>Whole figures come out to the last; what was rounded may be off by half of the last digit a row.</summary>
    private static decimal Rounding(IReadOnlyList<Cell> parts)
    {
        var decimals = parts.Max(p => p.Decimals);
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
            unit /= 10;
        return decimals == 0 ? 0 : unit / 2 * (parts.Count + 1);
    }

    [GeneratedRegex(@"\A(?<name>小计|合计|共计|总计)(?:[（(][^（）()]*[）)])?[：:]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(@"\A[^0-9]*(?:(?:19|20)[0-9]{2}[^0-9]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeadWord();

    [GeneratedRegex("序号|编号|代码|电话|日期|时间|年份|率|比|%|％|‰|均|单价|标准|增长|增幅|降幅|排名|名次|指数|得分|系数|人均|每", RegexOptions.CultureInvariant)]
    private static partial Regex NotAdded();
}
