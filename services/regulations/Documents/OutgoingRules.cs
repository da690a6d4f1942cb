using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Holds an outgoing document against the rules. All violations are reported, not the first.</summary>
public static class OutgoingRules
{
    // Which check speaks at which stages: the table of contents of the folder.
    private static readonly StagedCheck[] Checks =
    [
        new(Stage.Drafting, GenreRules.KindIsStatutory),
        new(Stage.Drafting, GenreRules.OrderIsNotForDepartments),
        new(Stage.Drafting, GenreRules.MotionIsForGovernments),
        new(Stage.Drafting, GenreRules.RequestsAndReportsGoUp),
        new(Stage.Drafting, GenreRules.LettersDoNotGoUp),
        new(Stage.Drafting, GenreRules.ReplyAnswersARequest),
        new(Stage.Drafting, UpwardRules.NoLevelIsSkipped),
        new(Stage.Drafting, UpwardRules.OneMainRecipient),
        new(Stage.Drafting, UpwardRules.NoCopyToSubordinates),
        new(Stage.Drafting, UpwardRules.MajorMattersHaveLocalConsent),
        new(Stage.Drafting, UpwardRules.OneMatterPerRequest),
        new(Stage.Drafting, UpwardRules.OtherSuperiorIsCopied),
        new(Stage.Drafting, RequestRules.NoRequestInOtherDocuments),
        new(Stage.Drafting, RequestRules.ForwardedRequestHasOurOpinion),
        new(Stage.Drafting, DownwardRules.ImportantIsCopiedUpward),
        new(Stage.Drafting, DownwardRules.NoDirectivesToLowerGovernments),
        new(Stage.Drafting, IssuerRules.RecipientsAreKnown),
        new(Stage.Drafting, IssuerRules.NotToALeader),
        new(Stage.Drafting, IssuerRules.NotInAPersonsName),
        new(Stage.Drafting, IssuerRules.SectionsDoNotIssue),
        new(Stage.Drafting, IssuerRules.JointOrgansMatch),
        new(Stage.Drafting, TextRules.UrgencyFitsCarrier),
        new(Stage.OfficeReview, TextRules.TelegramIsMarked),
        new(Stage.Drafting, TextRules.FollowUpIsNotDemanded),
        new(Stage.OfficeReview, TextRules.TitleEndsWithItsKind),
        new(Stage.OfficeReview, TextRules.AttachmentsAreAsListed),
        new(Stage.OfficeReview, TextRules.LengthIsModerate),
        new(Stage.OfficeReview, ReviewRules.NecessityIsStated),
        new(Stage.OfficeReview, ReviewRules.ReturnHasAReason),
        new(Stage.OfficeReview, ReviewRules.NumberOfDocumentsDoesNotGrow),
        new(Stage.Signing, TextRules.AttachmentsAreEnclosed),
        new(Stage.Signing, ReviewRules.ConcernedOrgansAreConsulted),
        new(Stage.Signing, DownwardRules.DepartmentsAgree),
        new(Stage.Signing, ReviewRules.OfficeHasReviewed),
        new(Stage.Signing, LegalityRules.LegalityIsReviewed),
        new(Stage.Signing, SigningRules.SignOffIsValid),
        new(Stage.Recheck, SigningRules.DocumentIsSigned),
        new(Stage.Recheck, SigningRules.AllJointOrgansHaveSigned),
        new(Stage.Recheck, SigningRules.JointSignersArePrincipals),
        new(Stage.Recheck, SigningRules.SignersAreShown),
        new(Stage.Recheck, SigningRules.TextIsTheSignedOne),
        new(Stage.Drafting, NumberRules.NumberIsGivenAtRegistration) { Until = Stage.Recheck },
        new(Stage.Registration, NumberRules.NumberIsTheMainOrgans),
        new(Stage.Dispatch, NumberRules.DocumentIsNumbered),
        new(Stage.Dispatch, NumberRules.DispatchKeepsToTheScope),
        new(Stage.Dispatch, SealRules.SealIsAffixed),
    ];

    /// <param name="on">The day of the case: rules not in force on it say nothing.</param>
    public static IReadOnlyList<Finding> Check(OutgoingFacts facts, Stage stage, DateOnly on) =>
        Run(Checks.Where(c => c.From <= stage && stage <= c.Until), facts, on);

    /// <summary>What has to be in order before a meeting deliberates the draft: preliminary review and legality review.</summary>
    public static IReadOnlyList<Finding> CheckBeforeDeliberation(OutgoingFacts facts, DateOnly on) =>
        Run([new(Stage.OfficeReview, ReviewRules.OfficeHasReviewedBeforeTheMeeting), new(Stage.OfficeReview, LegalityRules.LegalityIsReviewed)], facts, on);

    private static Finding[] Run(IEnumerable<StagedCheck> checks, OutgoingFacts facts, DateOnly on) =>
        [.. checks.SelectMany(c => c.Of(facts)).Where(f => f.Rule.IsInForce(on))];

    private sealed record StagedCheck(Stage From, Func<OutgoingFacts, IEnumerable<Finding>> Of)
    {
        public Stage Until { get; init; } = Stage.Dispatch;
    }
}
