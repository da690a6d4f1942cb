using Backoffice.Document.V1;
using Backoffice.Testing;

namespace Backoffice.Document.Tests.Secrecy;

/// <summary>Marks put on documents of the test bureau.</summary>
internal static class MarkedDocuments
{
    /// <summary>Everybody who handles a document of the section in the ordinary course, and the leaders.</summary>
    public static readonly IReadOnlyList<string> Course = [$"people/{Office.Staff}", $"posts/{Office.SectionChief}", Office.OfficeUnit, Office.LeadersUnit];

    public static SecrecyService.SecrecyServiceClient SecrecyAs(this Suite suite, string person) => new(suite.As("document", person));

    public static MarkSecrecyRequest Marking(string document, params IEnumerable<string> scope) =>
        new() { SecrecyMark = new SecrecyMark { Name = document, Level = SecrecyLevel.WorkSecret, Scope = { scope } } };

    public static MarkSecrecyRequest Classifying(string document, SecrecyLevel level = SecrecyLevel.Confidential, int years = 10) =>
        new() { SecrecyMark = new SecrecyMark { Name = document, Level = level, PeriodYears = years, Scope = { Course } } };

    /// <summary>A state secret of the ministry that was received on paper, marked as its copies are.</summary>
    public static async Task<string> ReceivedAsync(Suite house, SecrecyLevel level, DateOnly issued, int years, params IEnumerable<string> further)
    {
        var document = Documents.Any();
        document.IssueDate = new() { Year = issued.Year, Month = issued.Month, Day = issued.Day };
        var registered = await new IncomingDocumentService.IncomingDocumentServiceClient(house.As("document", Office.Clerk)).RegisterAsync(document);
        var marking = Classifying(registered.Name, level, years);
        marking.SecrecyMark.CopyNumbers = "000004";
        marking.SecrecyMark.Scope.Add(further);
        await house.SecrecyAs(Office.Clerk).MarkSecrecyAsync(marking);
        return registered.Name;
    }

    /// <summary>A draft that is marked as a work secret, and then brought as far as a test wants it.</summary>
    public static async Task<DraftUnderway> MarkedAsync(Suite suite, string step, params IReadOnlyList<string> scope)
    {
        var on = await DraftUnderway.AtAsync(suite, "draft");
        await suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(Marking(on.Name, scope));
        foreach (var before in DraftUnderway.Steps.TakeWhile(s => s != step))
            await on.DoAsync(before);
        return on;
    }
}
