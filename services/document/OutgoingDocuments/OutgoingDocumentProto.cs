using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Regulations.Rules;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Between the contract's messages and the domain.</summary>
internal static class OutgoingDocumentProto
{
    /// <summary>The document as the contract shows it; the body only when it was loaded.</summary>
    public static V1.OutgoingDocument ToProto(this OutgoingDocument document, bool withBody)
    {
        var draft = document.Draft;
        return new V1.OutgoingDocument
        {
            Name = document.Name,
            Etag = document.Etag,
            State = document.State,
            Title = draft.Title,
            Genre = draft.Genre,
            Direction = draft.Direction,
            IssuerKind = draft.IssuerKind,
            Issuer = draft.Issuer,
            MainRecipients = draft.MainRecipients,
            CopyRecipients = draft.CopyRecipients,
            Body = withBody ? document.Text.Body : "",
            AttachmentList = { draft.AttachmentList },
            AttachmentTitles = { draft.AttachmentTitles },
            Urgency = draft.Urgency,
            Carrier = draft.Carrier,
            Annexes = { withBody ? document.AnnexesInOrder.Select(a => new Annex { Title = a.Title, Text = a.Text }) : [] },
            JointOrgans = { document.JointInOrder.Select(j => ToProto(j, withBody ? document.StandingSignatureOf(j) : null)) },
            MatterScope = draft.MatterScope,
            MainOrganMark = draft.MainOrganMark,
            Necessity = draft.Necessity,
            MatterCount = draft.MatterCount,
            RequestItems = { draft.RequestItems },
            Important = draft.Important,
            MajorMatter = draft.MajorMatter,
            Normative = draft.Normative,
            SpecialTask = draft.SpecialTask,
            LocalConsent = draft.LocalConsent,
            AssignedByLeader = draft.AssignedByLeader,
            GovernmentApproval = draft.GovernmentApproval,
            InReplyTo = draft.InReplyTo,
            ConcernedOrgans = { draft.ConcernedOrgans },
            Drafter = document.Drafter,
            Unit = document.Unit,
            Readers = { document.Readers.Select(r => r.Principal).Order(StringComparer.Ordinal) },
            Version = document.Version,
            CreateTime = Timestamp.FromDateTimeOffset(document.CreateTime),
            UpdateTime = Timestamp.FromDateTimeOffset(document.VersionTime),
            Matter = document.Matter,
            DocumentNumber = document.DocumentNumber ?? "",
            SignerNames = { document.SignersInOrder },
            FinalDate = document.FinalDay?.ToProto(),
            PrintSha256 = document.PrintSha256,
            LegalityReview = withBody ? document.StandingLegality?.ToProto() : null,
            Invalidity = document.Invalidity?.ToProto(),
            Overrides = { document.Overrides.OrderBy(o => o.Time).Select(ToProto) },
        };
    }

    /// <summary>The document whole, with what the rules have to say of it.</summary>
    public static V1.OutgoingDocument ToProto(this OutgoingDocument document, IEnumerable<Finding> findings)
    {
        var message = document.ToProto(withBody: true);
        message.Findings.AddRange(findings.Select(f => f.ToCitation()));
        return message;
    }

    private static JointOrgan ToProto(JointIssuer issuer, JointSignature? signature) => new()
    {
        Organ = issuer.Organ,
        Level = issuer.Level,
        System = issuer.System,
        Signature = signature is null ? null : new V1.JointSignature
        {
            Signer = signature.Signer,
            Principal = signature.Principal,
            SignDate = signature.Day.ToProto(),
            Opinion = signature.Opinion,
            Reference = signature.Reference,
            Person = signature.Person,
            RecordTime = Timestamp.FromDateTimeOffset(signature.Time),
        },
    };

    private static V1.LegalityReview ToProto(this LegalityOpinion legality) => new()
    {
        Passed = legality.Passed,
        Opinion = legality.Opinion,
        StartDate = legality.StartDay.ToProto(),
        EndDate = legality.EndDay.ToProto(),
        WorkingDays = legality.WorkingDays,
        EmergencyReason = legality.EmergencyReason,
        Person = legality.Person,
        Post = legality.Post,
        ReviewTime = Timestamp.FromDateTimeOffset(legality.Time),
    };

    private static RuleOverride ToProto(Override passed) =>
        new() { RuleId = passed.RuleId, Reason = passed.Reason, Person = passed.Person, Time = Timestamp.FromDateTimeOffset(passed.Time) };
}
