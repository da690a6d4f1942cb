using Backoffice.Document.IssuingYears;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Microsoft.EntityFrameworkCore;
using DocumentNumber = Backoffice.Regulations.Numbering.DocumentNumber;
using PostFunction = Backoffice.Coordination.V1.PostFunction;
using Strength = Backoffice.Regulations.Rules.Strength;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Holds an outgoing document against the rules of its stage, with what was let pass.</summary>
internal sealed class OutgoingCheck(DocumentDb db, OwnBureau bureau, DirectoryCache directory, OfficeClock clock)
{
    /// <summary>
    /// Everything the rules have to say at the stage the document has reached. A draft hears already what the office's review
    /// would find, and what the office has reviewed what the signature would be refused for.
    /// </summary>
    public async Task<IReadOnlyList<Finding>> FindingsNowAsync(OutgoingDocument document, CancellationToken stop)
    {
        var stage = document.State switch
        {
            OutgoingDocumentState.InProgress when document.Review.Count > 0 => Stage.Signing,
            OutgoingDocumentState.Drafting or OutgoingDocumentState.InProgress => Stage.OfficeReview,
            OutgoingDocumentState.Signed => Stage.Recheck,
            OutgoingDocumentState.Registered or OutgoingDocumentState.Printed => Stage.Registration,
            _ => Stage.Dispatch,
        };
        var countersigns = stage > Stage.OfficeReview ? await CountersignsAsync(document, Guid.Parse(document.Matter.Split('/')[1]), stop) : [];
        var facts = bureau.FactsOf(document, countersigns);
        var issued = await db.IssuedAsync(facts.Number?.Year ?? clock.Today.Year, bureau.Codes, stop);
        // What has no number yet would be one more.
        facts = facts with { IssuedThisYear = issued.Issued + (facts.Number is null ? 1 : 0), IssuedLastYear = issued.Before > 0 ? issued.Before : null };
        return OutgoingRules.Check(AtStage(facts, stage), stage, clock.Today);
    }

    /// <summary>The same at one stage, of the document alone.</summary>
    public IReadOnlyList<Finding> FindingsAt(OutgoingDocument document, Stage stage) => OutgoingRules.Check(AtStage(bureau.FactsOf(document), stage), stage, clock.Today);

    /// <summary>A breach that may be let pass is before the office director, who alone may do so, and who otherwise sees no draft of a section.</summary>
    public void ShowOverridable(OutgoingDocument document, IEnumerable<Finding> findings)
    {
        if (findings.Overridable().Any())
            document.LetAlsoRead(directory.Current.PostsWith(PostFunction.OfficeDirector));
    }

    /// <summary>Refuses a number to what was not rechecked yet (rule DOC-O02).</summary>
    public void ExpectRechecked(OutgoingDocument document, DocumentNumber number)
    {
        var facts = bureau.FactsOf(document) with { Number = number };
        Refuse([.. OutgoingRules.Check(facts, Stage.Recheck, clock.Today).Where(f => f.Field == nameof(facts.Number))]);
    }

    /// <summary>Refuses a joint document the number of an organ that is not its main one (rule DOC-E05).</summary>
    public void ExpectMainOrgansNumber(OutgoingDocument document, DocumentNumber number) =>
        Refuse([.. OutgoingRules.Check(bureau.FactsOf(document) with { Number = number }, Stage.Registration, clock.Today).Where(f => f.Rule.Id == "DOC-E05")]);

    /// <summary>Refuses the signature of a head to what the office has not reviewed (rule DOC-D03).</summary>
    public void ExpectReviewed(OutgoingDocument document) => Refuse([.. FindingsAt(document, Stage.Signing).Where(f => f.Rule.Id == "DOC-D03" && f.Strength == Strength.Reject)]);

    /// <summary>Refuses what the rules forbid at a stage and what is not overridden; all of it is cited.</summary>
    public void Expect(OutgoingDocument document, Stage stage, IReadOnlyList<Countersign>? countersigns = null, IReadOnlyList<string>? dispatchList = null, bool sealAwaited = false)
    {
        var passed = document.Overrides.Select(o => o.RuleId).ToHashSet();
        Refuse([.. OutgoingRules.Check(AtStage(bureau.FactsOf(document, countersigns, dispatchList), stage) with { SealAwaited = sealAwaited }, stage, clock.Today)
            .Where(f => f.Strength == Strength.Reject || (f.Strength == Strength.RejectOverridable && !passed.Contains(f.Rule.Id)))
            .OrderBy(f => f.Strength)]);
    }

    /// <summary>What the sections said that countersigned the document's matter: the last word of each.</summary>
    public async Task<IReadOnlyList<Countersign>> CountersignsAsync(OutgoingDocument document, Guid matter, CancellationToken stop)
    {
        if (document.Draft.ConcernedOrgans.Count == 0)
            return [];
        var acts = await db.MatterActs.AsNoTracking().Where(a => a.MatterId == matter && a.Step == "countersign" && (a.Verb == Verb.Agree || a.Verb == Verb.Disagree))
            .OrderBy(a => a.Number).Select(a => new { a.Verb, Post = a.OnBehalfOf == "" ? a.ActorPost : a.OnBehalfOf }).ToListAsync(stop);
        var said = acts.GroupBy(a => directory.Current.UnitOf(a.Post)).ToDictionary(g => g.Key, g => g.Last().Verb == Verb.Agree ? CountersignResult.Agreed : CountersignResult.Refused);
        return [.. document.Draft.ConcernedOrgans.Select(organ => (organ, unit: directory.Current.UnitCalled(organ)))
            .Where(o => o.unit is not null && said.ContainsKey(o.unit)).Select(o => new Countersign(o.organ, said[o.unit!]))];
    }

    // A number is given at the registration and nowhere else: what has one before was sent back from behind it, and keeps it.
    private static OutgoingFacts AtStage(OutgoingFacts facts, Stage stage) => stage < Stage.Registration ? facts with { Number = null } : facts;

    private static void Refuse(IReadOnlyList<Finding> broken)
    {
        if (broken.Count > 0)
            throw DocumentErrors.RuleBroken(broken);
    }
}
