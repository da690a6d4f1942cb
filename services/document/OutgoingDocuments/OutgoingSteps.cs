using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Search;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;
using Matter = Backoffice.Procedures.Matters.Matter;
using MatterState = Backoffice.Procedures.V1.MatterState;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.OutgoingDocuments;

// What each step leaves in the document, and the document as the subject of its matter. Whose step it is, is the matter's to decide.
internal sealed partial class OutgoingDocument : IMarked
{
    /// <summary>The index of everything a document can be found by.</summary>
    internal static readonly TextIndex SearchIndex = new("outgoing_document_index");

    public MatterSubject ToSubject() => new(Name, Draft.Title, DocumentNumber ?? "", Draft.Urgency.Level());

    // A clean copy shows what its original shows, and is no change of what was decided on.
    public string ContentSha256() => ContentHash.Of(
        [Draft.Title, Draft.MainRecipients, Draft.CopyRecipients, Text.Body, .. Draft.AttachmentList, .. Draft.AttachmentTitles, .. Attachments.Where(a => a.CleanedFrom is null).OrderBy(a => a.Id).Select(a => a.Sha256),
            .. AnnexWords, .. JointInOrder.Select(j => j.Organ)]);

    public bool IsVisibleTo(Caller caller) => caller.IsAmong(Readers.Select(r => r.Principal));

    public IMarked Marked => this;

    public IEnumerable<string> Texts => [Draft.Title, Text.Body, Draft.MainRecipients, Draft.CopyRecipients, .. Draft.AttachmentList, .. Draft.AttachmentTitles, .. AnnexWords];

    public void TakeMark(SecrecyLevel level, string printed, IReadOnlyList<string> scope)
    {
        (Secrecy, SecrecyPrinted, IsScoped, IsIndexed) = (level, printed, scope.Count > 0, false);
        if (IsScoped)
        {
            Readers.RemoveAll(r => !scope.Contains(r.Principal));
            Readers.AddRange(scope.Except(Readers.Select(r => r.Principal)).ToList().Select(p => new OutgoingReader { DocumentId = Id, Principal = p, OrderKey = OrderKey }));
        }
        Touch();
    }

    public bool LetAlsoRead(IReadOnlyList<string> principals)
    {
        // Whoever is within the scope reads it by the scope.
        if (IsScoped)
            return false;
        var known = Readers.Select(r => r.Principal).ToHashSet();
        var further = principals.Where(known.Add).ToList();
        Readers.AddRange(further.Select(p => new OutgoingReader { DocumentId = Id, Principal = p, OrderKey = OrderKey }));
        if (further.Count == 0)
            return false;
        IsIndexed = false;
        Touch();
        return true;
    }

    /// <summary>Enters it in the index that searches use.</summary>
    public Task PutInIndexAsync(DocumentDb db, CancellationToken stop) => SearchIndex.PutAsync(
        db, OrderKey, [Draft.Title, DocumentNumber ?? "", Draft.MainRecipients, Draft.CopyRecipients, Text.Body, .. AnnexWords], Readers.Select(r => r.Principal), stop);

    public DateOnly? DueDayOf(Step step) => null;

    public string ChaserPost => "";

    public void Follow(Matter matter, DateTimeOffset at)
    {
        Matter = matter.Name;
        // What ended without result begins anew: no signature or review of it counts.
        if (matter.Status == MatterState.Terminated && DocumentNumber is null)
        {
            (Signature, Legality) = (null, null);
            Review.Clear();
            JointIssuers.ForEach(j => j.Signature = null);
        }
        State = matter.Status switch
        {
            MatterState.Running => OutgoingDocumentState.InProgress,
            MatterState.Completed => OutgoingDocumentState.Dispatched,
            // Terminated with a number: the number stays used, and the document is void. Without one it is a draft again.
            _ => DocumentNumber is null ? OutgoingDocumentState.Drafting : OutgoingDocumentState.Cancelled,
        };
        Touch();
    }

    /// <summary>
    /// Back at its signature or before it, the text of a numbered document may be changed again, with what kind of change it is and
    /// why; it keeps its number.
    /// </summary>
    public void ComeBack(Matter matter)
    {
        if (State is not (OutgoingDocumentState.Registered or OutgoingDocumentState.Printed) || !matter.Procedure.Steps.SkipWhile(s => s.Id != matter.State.Step).Any(s => s.Deciding))
            return;
        State = OutgoingDocumentState.InProgress;
        Touch();
    }

    /// <summary>核稿</summary>
    public void TakeReview(IEnumerable<ReviewAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (Review.Find(r => r.Part == answer.Part) is { } before)
                (before.InOrder, before.Note) = (answer.InOrder, answer.Note);
            else
                Review.Add(new ReviewedPart { DocumentId = Id, Part = answer.Part, InOrder = answer.InOrder, Note = answer.Note });
        }
        Touch();
    }

    /// <summary>合法性审核</summary>
    public void TakeLegality(LegalityOpinion opinion)
    {
        Legality = opinion;
        Touch();
    }

    /// <summary>签发</summary>
    public void Sign(Signature signature)
    {
        (Signature, State) = (signature, OutgoingDocumentState.Signed);
        // Signed anew, it bears another day than it was printed with; what is sealed is what it is until the seal is taken off.
        if (SealedSha256.Length == 0)
            PrintSha256 = "";
        Touch();
    }

    /// <summary>登记</summary>
    public void Register(string number, int copyCount)
    {
        (DocumentNumber, CopyCount, State, IsIndexed) = (number, copyCount, OutgoingDocumentState.Registered, false);
        Touch();
    }

    /// <summary>印制</summary>
    public void Print(string sha256)
    {
        (PrintSha256, State) = (sha256, OutgoingDocumentState.Printed);
        Touch();
    }

    /// <summary>用印, or the seal taken off again.</summary>
    /// <param name="sha256">The sealed file; empty for none.</param>
    public void TakeSeal(string sha256)
    {
        SealedSha256 = sha256;
        Touch();
    }

    /// <summary>核发</summary>
    public void Dispatch(DateTimeOffset at)
    {
        DispatchTime = at;
        Touch();
    }

    /// <summary>撤回, 撤销, 废止: recorded once.</summary>
    public void Invalidate(Invalidity invalidity, OfficeClock clock)
    {
        if (Invalidity is { } before)
            throw DocumentErrors.AlreadyInvalid(Name, before.Verb, clock.DayOf(before.Time));
        Invalidity = invalidity;
        Touch();
    }

    /// <summary>Refuses the use of what was withdrawn, or never was in force (条例 第33条).</summary>
    public void ExpectInForce()
    {
        if (Invalidity is { ForbidsUse: true } invalidity)
            throw DocumentErrors.NotInForce(DocumentNumber!, invalidity);
    }

    public void ExpectState(string verb, params IReadOnlyList<OutgoingDocumentState> wanted)
    {
        if (!wanted.Contains(State))
            throw DocumentErrors.WrongState(Name, StateNames.Of(State), verb, string.Join('、', wanted.Select(StateNames.Of)));
    }
}

/// <summary>What people call the states.</summary>
internal static class StateNames
{
    public static string Of(OutgoingDocumentState state) => state switch
    {
        OutgoingDocumentState.Drafting => "拟稿",
        OutgoingDocumentState.InProgress => "审批中",
        OutgoingDocumentState.Signed => "已签发",
        OutgoingDocumentState.Registered => "已登记编号",
        OutgoingDocumentState.Printed => "已印制",
        OutgoingDocumentState.Dispatched => "已发出",
        OutgoingDocumentState.Cancelled => "已作废",
        _ => state.ToString(),
    };
}
