using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using JointOrgan = Backoffice.Document.V1.JointOrgan;
using OrganLevel = Backoffice.Document.V1.OrganLevel;
using OrganSystem = Backoffice.Document.V1.OrganSystem;

namespace Backoffice.Document.OutgoingDocuments;

// 联合行文: which organs issue it together, and what their heads signed (条例 第17条、第22条).
internal sealed partial class OutgoingDocument
{
    public IEnumerable<JointIssuer> JointInOrder => JointIssuers.OrderBy(j => j.Position);

    public IEnumerable<BoundAnnex> AnnexesInOrder => Text.Annexes.OrderBy(a => a.Position);

    /// <summary>Title and text of each annex, in order.</summary>
    private IEnumerable<string> AnnexWords => AnnexesInOrder.SelectMany(a => (string[])[a.Title, a.Text]);

    /// <summary>成文日期: the day of the last signature; null while one is missing (条例 第9条(十二)).</summary>
    public DateOnly? FinalDay => Signature is not { } own ? null
        : JointIssuers.Count == 0 ? own.Day
        : FinalDate.Of([new("", default, SignedOn: own.Day), .. JointIssuers.Select(j => new Regulations.Documents.JointOrgan(j.Organ, default, SignedOn: j.Signature?.Day))]);

    /// <summary>签发人 in the order of the organs; empty before the bureau has signed.</summary>
    public IReadOnlyList<string> SignersInOrder =>
        Signature is { } own ? [own.DisplayName, .. JointInOrder.Select(j => j.Signature?.Signer).OfType<string>()] : [];

    /// <summary>Which organs issue it beside the bureau from now on; a signature stays with its organ.</summary>
    public void IssueWith(IReadOnlyList<JointOrgan> organs)
    {
        JointIssuers.RemoveAll(j => organs.All(o => o.Organ != j.Organ));
        foreach (var (organ, position) in organs.DistinctBy(o => o.Organ).Select((o, i) => (o, i)))
        {
            if (JointIssuers.Find(j => j.Organ == organ.Organ) is { } before)
                (before.Position, before.Level, before.System) = (position, organ.Level, organ.System);
            else
                JointIssuers.Add(new JointIssuer { DocumentId = Id, Organ = organ.Organ, Position = position, Level = organ.Level, System = organ.System });
        }
    }

    /// <summary>会签</summary>
    public void SignJointly(string organ, JointSignature signature)
    {
        var issuer = JointIssuers.Find(j => j.Organ == organ) ?? throw DocumentErrors.JointOrganNotFound(Name, organ, JointInOrder.Select(j => j.Organ));
        issuer.Signature = signature;
        Touch();
    }

    /// <summary>What was signed is the text as it stands: a change that is more than of words was signed by nobody.</summary>
    public JointSignature? StandingSignatureOf(JointIssuer issuer) => issuer.Signature is { } signature && signature.ContentSha256 == ContentSha256() ? signature : null;

    // Of a change of words the signatures stay; any other text is to be signed anew.
    private void CarryJointSignatures(bool keep)
    {
        var content = ContentSha256();
        foreach (var issuer in JointIssuers.Where(j => j.Signature is not null && j.Signature.ContentSha256 != content))
            issuer.Signature = keep ? issuer.Signature! with { ContentSha256 = content } : null;
    }
}

/// <summary>An organ that issues a document beside the bureau.</summary>
internal sealed class JointIssuer
{
    public required Guid DocumentId { get; init; }

    public required string Organ { get; init; }

    /// <summary>In print, from 0; the bureau stands before all.</summary>
    public required int Position { get; set; }

    public required OrganLevel Level { get; set; }

    public required OrganSystem System { get; set; }

    /// <summary>Null before its head has signed.</summary>
    public JointSignature? Signature { get; set; }
}

/// <summary>会签 of the head of another organ: who signed what on which day, on what paper it stands, and who recorded it.</summary>
internal sealed record JointSignature(
    string Signer, bool Principal, DateOnly Day, string Opinion, string Reference, string Person, DateTimeOffset Time, string ContentSha256);
