using System.Globalization;
using Backoffice.Bench.Texts;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;

namespace Backoffice.Bench.City;

/// <summary>What is printed on one received document.</summary>
internal sealed record CityPaper(Particulars Printed, string Body)
{
    public string Title => Printed.Title;

    private const string Areas = "发财教科工公民司人自环建交水农商文卫退应审市统医城信";
    private static readonly string[] Forms = ["发", "办发", "函", "字", "通"];

    /// <summary>Some bodies send most of the papers.</summary>
    private static readonly Skewed Area = new(Areas.Length, 0.8);

    /// <summary>Makes one.</summary>
    /// <param name="hasText">Whether it comes with its text.</param>
    /// <param name="registered">The day it is registered.</param>
    public static CityPaper Make(RealWords words, Random random, bool hasText, DateOnly registered)
    {
        var day = registered.AddDays(-random.Next(1, 30));
        var printed = new Particulars
        {
            Title = words.Title(random),
            Issuer = words.Issuer(random),
            DocumentNumber = string.Create(CultureInfo.InvariantCulture, $"清{Areas[Area.Choose(random)]}{Forms[random.Next(Forms.Length)]}〔{day.Year}〕{random.Next(1, 900)}号"),
            IssueDate = day,
            Genre = (DocumentGenre)random.Next(1, 16),
            MainRecipients = "市政府各部门，各直属机构",
        };
        return new CityPaper(printed, hasText ? words.Body(random) : "");
    }
}
