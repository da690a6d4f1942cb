using System.Globalization;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;

namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>What the rules say of published documents: every finding is a false alarm, or a slip of the document or of its copy.</summary>
internal static class RuleFindings
{
    private static readonly DateOnly FormatInForce = new(2012, 7, 1);

    /// <summary>Rows of form and agreement. Rules of the page format are held against what was issued since it is in force.</summary>
    public static IEnumerable<string> OfForm(IReadOnlyList<PublishedDocument> documents) =>
        from found in documents.SelectMany(d => Proofreader.ReadForm(new ProofText { Title = d.Title, Body = d.Body }, Background.None).Where(f => !IsBefore(d, f)).Select(f => (Document: d.Id, Finding: f)))
        group found by (found.Finding.Rule.Id, found.Finding.Kind, found.Finding.Certainty) into rule
        orderby rule.Key.Certainty descending, rule.Key.Id, rule.Key.Kind
        select string.Create(CultureInfo.InvariantCulture,
            $"| {rule.Key.Id} | {rule.Key.Kind} | {rule.Key.Certainty} | {rule.Count()} | {rule.Select(r => r.Document).Distinct().Count()} | {Explanations.Of($"{rule.Key.Id} {rule.Key.Kind} {rule.Key.Certainty}")} |");

    /// <summary>Rows of the rule book, for the text as the office reviews it.</summary>
    public static IEnumerable<string> OfRuleBook(IReadOnlyList<PublishedDocument> documents) =>
        from found in documents.SelectMany(d => Facts(d) is { } facts ? OutgoingRules.Check(facts, Stage.OfficeReview, d.Issued).Select(f => (Document: d.Id, Finding: f)) : [])
        group found by (found.Finding.Rule.Id, found.Finding.Strength) into rule
        orderby rule.Key.Strength, rule.Key.Id
        select string.Create(CultureInfo.InvariantCulture, $"| {rule.Key.Id} | {rule.Key.Strength} | {rule.Count()} | {Explanations.Of($"{rule.Key.Id} {rule.Key.Strength}")} |");

    public static int OfRuleBookHeld(IReadOnlyList<PublishedDocument> documents) => documents.Count(d => Facts(d) is not null);

    private static bool IsBefore(PublishedDocument document, ProofFinding finding) => finding.Rule.Id.StartsWith("FMT-", StringComparison.Ordinal) && document.Issued != default && document.Issued < FormatInForce;

    // What a published copy does not tell is taken to be in order. Null for what is no document of the fifteen kinds.
    internal static OutgoingFacts? Facts(PublishedDocument document)
    {
        if (!Genres.TryParse(document.Kind, out var genre) || document.Issuer.Length == 0 || document.Issued == default)
            return null;
        var level = document.Level switch { "国家级" => OrganLevel.Central, "省级" => OrganLevel.Province, "市级" => OrganLevel.City, _ => OrganLevel.County };
        var relations = new OrganRelations(new OwnOrgan(document.Issuer, level, document.Issuer, new Dictionary<string, OrganLevel>()), new Dictionary<string, Relation>());
        return new()
        {
            Genre = genre,
            Direction = genre switch
            {
                Genre.Request or Genre.Report or Genre.Motion => RoutingDirection.Upward,
                Genre.Letter => RoutingDirection.Parallel,
                Genre.Announcement or Genre.PublicNotice or Genre.Order => RoutingDirection.Public,
                _ => RoutingDirection.Downward,
            },
            Issuer = new(document.Issuer) { IsGovernment = document.Issuer.Contains("人民政府", StringComparison.Ordinal) || document.Issuer.StartsWith("国务院", StringComparison.Ordinal) },
            MainRecipients = relations.Classify(document.MainRecipients),
            Title = document.Title.Replace("\n", "", StringComparison.Ordinal),
            Body = document.Body,
            Necessity = "published",
            InReplyTo = "published",
            LocalConsentRef = "published",
            GovernmentApprovalRef = "published",
        };
    }
}
