using System.ComponentModel.DataAnnotations;
using Backoffice.Document.Sealing;
using Backoffice.Document.Secrecy;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Secrecy;

namespace Backoffice.Document;

/// <summary>What the document service is told by its environment, as `Document__NAME`.</summary>
public sealed class DocumentOptions : IValidatableObject
{
    public const string Section = "Document";

    /// <summary>A folder with procedures of the site, one JSON file each; a higher version replaces the one that comes with the service.</summary>
    public string Procedures { get; set; } = "";

    /// <summary>A JSON file with the site's rules of reminding before and after due days, in place of those that come with the service.</summary>
    public string Urging { get; set; } = "";

    /// <summary>A folder with holiday notices of years that the program does not know yet, JSON files as services/regulations has them.</summary>
    public string Holidays { get; set; } = "";

    /// <summary>What the bureau is called, where the directory does not say.</summary>
    public string Organ { get; set; } = "本机关";

    /// <summary>统一社会信用代码 of the bureau, by which other installations know it; empty exchanges no documents.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>PEM file of the certificate that packages for other installations are signed by; empty makes one beside the records. Replicas share it.</summary>
    public string ExchangeCertificateFile { get; set; } = "";

    /// <summary>PEM file of that certificate's private key.</summary>
    public string ExchangeCertificateKeyFile { get; set; } = "";

    /// <summary>A dispatch that nobody signed for within so many working days is overdue.</summary>
    [Range(1, 250)]
    public int ReceiptWorkingDays { get; set; } = 3;

    /// <summary>The level of the government the bureau belongs to.</summary>
    public OrganLevel Level { get; set; } = OrganLevel.City;

    /// <summary>条线: the word that departments of the bureau's line have in their names.</summary>
    public string Line { get; set; } = "民政";

    /// <summary>机关代字, separated by commas; 发文字号 are counted for each of them.</summary>
    public string OrganCodes { get; set; } = "民发,民函";

    /// <summary>A folder with the fonts that documents are set in (仿宋、小标宋、黑体、楷体、宋体), beside those of the system.</summary>
    public string Fonts { get; set; } = "";

    /// <summary>A document with the title of another of the same organ that was registered within so many days before is said to resemble it.</summary>
    [Range(0, 366)]
    public int ResemblanceDays { get; set; } = 30;

    /// <summary>Who makes electronic seals: `Development` makes test seals without effect in law, `None` makes none.</summary>
    public SealProviderKind SealProvider { get; set; } = SealProviderKind.None;

    /// <summary>Whether what bears a seal must have it before it is dispatched: `WhereRegistered` for organs with a seal in use in the register, `Always` or `Never`.</summary>
    public SealDemandKind SealDemand { get; set; } = SealDemandKind.WhereRegistered;

    /// <summary>The kind of network the installation stands in. `Classified` only where the system was examined and approved for state secrets.</summary>
    public NetworkZone NetworkZone { get; set; } = NetworkZone.NonClassified;

    /// <summary>Of a classified zone: the highest level it may hold.</summary>
    public SecrecyLevel ZoneLevel { get; set; } = SecrecyLevel.Secret;

    /// <summary>定密责任人: posts, separated by commas; empty for the principal head.</summary>
    public string ClassificationOfficers { get; set; } = "";

    /// <summary>What stands over copies of marked documents: `{name}`, `{account}` and `{time}` are the viewer's.</summary>
    public string Watermark { get; set; } = "{name} {account} {time}";

    /// <summary>Levels whose copies bear the watermark, separated by commas; those of state secrets always do.</summary>
    public string WatermarkLevels { get; set; } = nameof(SecrecyLevel.WorkSecret);

    /// <summary>What organs are to the bureau whose names do not tell it, by name.</summary>
    public Dictionary<string, Relation> Relations { get; } = [];

    internal SecrecyZone Zone => new(NetworkZone, ZoneLevel);

    internal IReadOnlySet<SecrecyLevel> WatermarkedLevels => LevelsMarked.Select(Enum.Parse<SecrecyLevel>).ToHashSet();

    private string[] LevelsMarked => WatermarkLevels.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CreditCode.Length > 0 && !Regulations.Numbering.CreditCode.IsValid(CreditCode))
            yield return new("is no credit code (GB 32100—2015).", [nameof(CreditCode)]);
        if (ExchangeCertificateFile.Length > 0 != ExchangeCertificateKeyFile.Length > 0)
            yield return new("needs the certificate and its private key, or neither.", [nameof(ExchangeCertificateKeyFile)]);
        if (!ZoneLevel.IsStateSecret())
            yield return new("is a level of state secrets.", [nameof(ZoneLevel)]);
        if (!Watermark.Contains("{name}", StringComparison.Ordinal) && !Watermark.Contains("{account}", StringComparison.Ordinal))
            yield return new("says by {name} or {account} whose copy it is.", [nameof(Watermark)]);
        if (!LevelsMarked.All(l => Enum.TryParse<SecrecyLevel>(l, out _)))
            yield return new("lists levels of secrecy.", [nameof(WatermarkLevels)]);
    }
}
