using System.Globalization;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Errors;
using Backoffice.Regulations.Rules;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;

namespace Backoffice.Document;

/// <summary>Why the document service refuses; see document/v1/errors.proto.</summary>
internal static class DocumentErrors
{
    public static Refusal NotFound(string name) => Refusal.Of(ErrorReason.IncomingDocumentNotFound, ("name", name));

    /// <summary>Refuses for the strongest resemblance; all of them are sent.</summary>
    public static Refusal LikelyDuplicate(IReadOnlyList<Resembled> found) => Refusal.Of(
        ErrorReason.LikelyDuplicate, ("registration_number", found[0].NumberShown), ("why", IncomingDocuments.LikelyDuplicate.Why(found[0].Kind))).With([.. found.ToProto()]);

    public static Refusal Duplicate(IReadOnlyList<Resembled> found) =>
        Refusal.Of(ErrorReason.Duplicate, ("registration_number", found[0].NumberShown)).With([.. found.ToProto()]);

    public static Refusal AnswerElsewhere(string name, string organ, string recipients) =>
        Refusal.Of(ErrorReason.AnswerElsewhere, ("name", name), ("organ", organ), ("recipients", recipients));

    public static Refusal AnswerDirection(string name, string organ, IEnumerable<string> wanted, string direction) => Refusal.Of(
        ErrorReason.AnswerDirection, ("name", name), ("organ", organ), ("wanted", string.Join('、', wanted)), ("direction", direction));

    public static Refusal AlreadyRegistered(string name, string registrationNumber) =>
        Refusal.Of(ErrorReason.AlreadyRegistered, ("name", name), ("registration_number", registrationNumber));

    public static Refusal Incomplete(string field, string step) => Refusal.Of(ErrorReason.Incomplete, ("field", field), ("step", step));

    public static Refusal StateSecretRefused(string field) => Refusal.Of(ErrorReason.StateSecretRefused, ("field", field));

    public static Refusal UnknownReader(string reader) => Refusal.Of(ErrorReason.UnknownReader, ("reader", reader));

    public static Refusal AttachmentNotFound(string name) => Refusal.Of(ErrorReason.AttachmentNotFound, ("name", name));

    public static Refusal ContentMissing(string name) => Refusal.Of(ErrorReason.ContentMissing, ("name", name));

    public static Refusal FileRefused(string fileName, string why) => Refusal.Of(ErrorReason.FileRefused, ("file_name", fileName), ("why", why));

    public static Refusal SourceRequired() => Refusal.Of(ErrorReason.SourceRequired);

    public static Refusal SourceTaken(string source) => Refusal.Of(ErrorReason.SourceTaken, ("source", source));

    public static Refusal NoPost(string account) => Refusal.Of(ErrorReason.NoPost, ("account", account));

    public static Refusal NotUnderWay(string name) => Refusal.Of(ErrorReason.NotUnderWay, ("name", name));

    public static Refusal WrongState(string name, string state, string verb, string wanted) =>
        Refusal.Of(ErrorReason.WrongState, ("name", name), ("state", state), ("verb", verb), ("wanted", wanted));

    /// <summary>Refuses for the first of the findings; all of them are cited.</summary>
    public static Refusal RuleBroken(IReadOnlyList<Finding> findings) => Refusal.Of(
        ErrorReason.RuleBroken, ("citation", findings[0].Rule.Citation), ("message", findings[0].MessageZh)).With([.. findings.Select(f => f.ToCitation())]);

    public static Refusal OutgoingNotFound(string name) => Refusal.Of(ErrorReason.OutgoingDocumentNotFound, ("name", name));

    public static Refusal NotYoursToChange(string name, string holder) => Refusal.Of(ErrorReason.NotYoursToChange, ("name", name), ("holder", holder));

    public static Refusal ChangeKindRequired(string name) => Refusal.Of(ErrorReason.ChangeKindRequired, ("name", name));

    public static Refusal TextChanged(string name) => Refusal.Of(ErrorReason.TextChanged, ("name", name));

    public static Refusal NoSuchFinding(string finding) => Refusal.Of(ErrorReason.NoSuchFinding, ("finding", finding));

    public static Refusal NothingSuggested(string finding) => Refusal.Of(ErrorReason.NothingSuggested, ("finding", finding));

    public static Refusal NoSuchBreach(string name, string ruleId) => Refusal.Of(ErrorReason.NoSuchBreach, ("name", name), ("rule_id", ruleId));

    public static Refusal VersionNotFound(string name, int version) =>
        Refusal.Of(ErrorReason.VersionNotFound, ("name", name), ("version", version.ToString(CultureInfo.InvariantCulture)));

    public static Refusal UnknownOrganCode(string code, IEnumerable<string> codes) =>
        Refusal.Of(ErrorReason.UnknownOrganCode, ("code", code), ("codes", string.Join('、', codes)));

    public static Refusal NumberNotFound(string number) => Refusal.Of(ErrorReason.NumberNotFound, ("number", number));

    public static Refusal DispatchNotFound(string name) => Refusal.Of(ErrorReason.DispatchNotFound, ("name", name));

    public static Refusal RecipientMismatch(string unit, string name, string organ) =>
        Refusal.Of(ErrorReason.RecipientMismatch, ("unit", unit), ("name", name), ("organ", organ));

    public static Refusal ReviewDates(DateOnly start, DateOnly end, DateOnly today) =>
        Refusal.Of(ErrorReason.ReviewDates, ("start", Text(start)), ("end", Text(end)), ("today", Text(today)));

    public static Refusal CalendarNotPublished(int year) => Refusal.Of(ErrorReason.CalendarNotPublished, ("year", Text(year)));

    public static Refusal NothingToExplain(int year, int issued, int before) =>
        Refusal.Of(ErrorReason.NothingToExplain, ("year", Text(year)), ("issued", Text(issued)), ("before", Text(before)));

    public static Refusal ProcedureNotFound(string name, int version) =>
        Refusal.Of(ErrorReason.ProcedureNotFound, ("name", name), ("version", version > 0 ? Text(version) : "latest"));

    public static Refusal UnknownPerson(string person) => Refusal.Of(ErrorReason.UnknownPerson, ("person", person));

    public static Refusal SignDate(DateOnly stated, DateOnly today) =>
        Refusal.Of(ErrorReason.SignDate, ("stated", Text(stated)), ("today", Text(today)));

    public static Refusal JointOrganNotFound(string name, string organ, IEnumerable<string> organs) =>
        Refusal.Of(ErrorReason.JointOrganNotFound, ("name", name), ("organ", organ), ("organs", string.Join('、', organs)));

    public static Refusal NotAHead(string post) => Refusal.Of(ErrorReason.NotAHead, ("post", post));

    public static Refusal NotCosigned(string name) => Refusal.Of(ErrorReason.NotCosigned, ("name", name));

    public static Refusal JointSignDate(string organ, DateOnly stated, DateOnly drafted, DateOnly today) => Refusal.Of(
        ErrorReason.JointSignDate, ("organ", organ), ("stated", Text(stated)), ("drafted", Text(drafted)), ("today", Text(today)));

    public static Refusal TooLongToShow(string name, int length, int longest) => Refusal.Of(
        ErrorReason.TooLongToShow, ("name", name), ("length", Text(length)), ("longest", Text(longest)));

    public static Refusal PageNotFound(string name, int page, int pages) => Refusal.Of(
        ErrorReason.PageNotFound, ("name", name), ("page", Text(page)), ("pages", Text(pages)));

    public static Refusal HiddenContent(string fileName, IEnumerable<string> contents) =>
        Refusal.Of(ErrorReason.HiddenContent, ("file_name", fileName), ("contents", string.Join('、', contents)));

    public static Refusal FileNotCleaned(string fileName, string why) => Refusal.Of(ErrorReason.FileNotCleaned, ("file_name", fileName), ("why", why));

    public static Refusal TemplateNotFound(string name, int version) =>
        Refusal.Of(ErrorReason.DraftTemplateNotFound, ("name", name), ("version", version > 0 ? Text(version) : "latest"));

    public static Refusal TemplateField(string name, string field) => Refusal.Of(ErrorReason.TemplateField, ("name", name), ("field", field));

    public static Refusal DraftLocked(string name, string holder, string post, string until) =>
        Refusal.Of(ErrorReason.DraftLocked, ("name", name), ("holder", holder), ("post", post), ("until", until));

    public static Refusal NotLocked(string name) => Refusal.Of(ErrorReason.NotLocked, ("name", name));

    public static Refusal TooManyWorkingCopies(string parent, int count) => Refusal.Of(ErrorReason.TooManyWorkingCopies, ("parent", parent), ("count", Text(count)));

    public static Refusal ExchangeNotSetUp() => Refusal.Of(ErrorReason.ExchangeNotSetUp, ("variable", $"{DocumentOptions.Section}__{nameof(DocumentOptions.CreditCode)}"));

    public static Refusal CreditCode(string code) => Refusal.Of(ErrorReason.CreditCode, ("credit_code", code));

    public static Refusal CertificateRefused(string why) => Refusal.Of(ErrorReason.CertificateRefused, ("why", why));

    public static Refusal PartnerKnown(string name, string what) => Refusal.Of(ErrorReason.PartnerKnown, ("name", name), ("what", what));

    public static Refusal PartnerNotFound(string name) => Refusal.Of(ErrorReason.PartnerNotFound, ("name", name));

    public static Refusal DispatchReceivedHere(string name, string unit) => Refusal.Of(ErrorReason.DispatchReceivedHere, ("name", name), ("unit", unit));

    public static Refusal PackageTooLarge(string name, long size, int largest) => Refusal.Of(
        ErrorReason.PackageTooLarge, ("name", name), ("size", size.ToString(CultureInfo.InvariantCulture)), ("largest", Text(largest)));

    public static Refusal PackageDamaged(string why) => Refusal.Of(ErrorReason.PackageDamaged, ("why", why));

    public static Refusal PackageNotTrusted(string why) => Refusal.Of(ErrorReason.PackageNotTrusted, ("why", why));

    public static Refusal WrongRecipient(string recipient, string own) => Refusal.Of(ErrorReason.WrongRecipient, ("recipient", recipient), ("own", own));

    public static Refusal PackageChanged(string sender, string dispatch) => Refusal.Of(ErrorReason.PackageChanged, ("sender", sender), ("dispatch", dispatch));

    public static Refusal NotExchanged(string name) => Refusal.Of(ErrorReason.NotExchanged, ("name", name));

    public static Refusal ExchangeMismatch(string partner, Guid dispatch, string why) =>
        Refusal.Of(ErrorReason.ExchangeMismatch, ("partner", partner), ("dispatch", dispatch.ToString()), ("why", why));

    public static Refusal NotInForce(string number, Invalidity invalidity) => Refusal.Of(
        ErrorReason.NotInForce, ("number", number), ("kind", invalidity.Verb), ("reason", invalidity.Reason), ("replacement", invalidity.ByNumber.Length > 0 ? invalidity.ByNumber : "—"));

    public static Refusal NotTheSigner(string name, string signer) => Refusal.Of(ErrorReason.NotTheSigner, ("name", name), ("signer", signer));

    public static Refusal AlreadyInvalid(string name, string kind, DateOnly day) => Refusal.Of(ErrorReason.AlreadyInvalid, ("name", name), ("kind", kind), ("day", Text(day)));

    public static Refusal NotLater(string name, string later) => Refusal.Of(ErrorReason.NotLater, ("name", name), ("later", later));

    public static Refusal RepealDate(DateOnly day, DateOnly own) => Refusal.Of(ErrorReason.RepealDate, ("day", Text(day)), ("own", Text(own)));

    public static Refusal NothingToUrge(string name) => Refusal.Of(ErrorReason.NothingToUrge, ("name", name));

    public static Refusal UrgedToday(string name, DateOnly day) => Refusal.Of(ErrorReason.UrgedToday, ("name", name), ("day", Text(day)));

    public static Refusal SealNotFound(string name) => Refusal.Of(ErrorReason.SealNotFound, ("name", name));

    public static Refusal SealKnown(string name, string displayName) => Refusal.Of(ErrorReason.SealKnown, ("name", name), ("display_name", displayName));

    public static Refusal SealState(string name, string state, string wanted) => Refusal.Of(ErrorReason.SealState, ("name", name), ("state", state), ("wanted", wanted));

    public static Refusal SealApplicationNotFound(string name) => Refusal.Of(ErrorReason.SealApplicationNotFound, ("name", name));

    public static Refusal SealUseNotFound(string name) => Refusal.Of(ErrorReason.SealUseNotFound, ("name", name));

    public static Refusal SealProviderNotSetUp() =>
        Refusal.Of(ErrorReason.SealProviderNotSetUp, ("variable", $"{DocumentOptions.Section}__{nameof(DocumentOptions.SealProvider)}"));

    public static Refusal AlreadySealed(string name, string use) => Refusal.Of(ErrorReason.AlreadySealed, ("name", name), ("use", use));

    public static Refusal SealUseStands(string name, string why) => Refusal.Of(ErrorReason.SealUseStands, ("name", name), ("why", why));

    public static Refusal NotTheCustodian(string name, string custodian) => Refusal.Of(ErrorReason.NotTheCustodian, ("name", name), ("custodian", custodian));

    public static Refusal SealingUnderWay(string name, string application) => Refusal.Of(ErrorReason.SealingUnderWay, ("name", name), ("application", application));

    public static Refusal ScopeTooNarrow(string name, string missing) => Refusal.Of(ErrorReason.ScopeTooNarrow, ("name", name), ("missing", missing));

    public static Refusal NotScoped(string name) => Refusal.Of(ErrorReason.NotScoped, ("name", name));

    public static Refusal MarkLowered(string name, string level) => Refusal.Of(ErrorReason.MarkLowered, ("name", name), ("level", level));

    public static Refusal NothingToConfirm(string name) => Refusal.Of(ErrorReason.NothingToConfirm, ("name", name));

    public static Refusal NotTheClassificationOfficer(IEnumerable<string> officers) => Refusal.Of(ErrorReason.NotTheClassificationOfficer, ("officers", string.Join('、', officers)));

    public static Refusal NotClassified(string name) => Refusal.Of(ErrorReason.NotClassified, ("name", name));

    public static Refusal LeakReportNotFound(string name) => Refusal.Of(ErrorReason.LeakReportNotFound, ("name", name));

    public static Refusal LeakReported(string name, DateTimeOffset time) => Refusal.Of(ErrorReason.LeakReported, ("name", name), ("time", Text(time)));

    public static Refusal StatedTime(string field, DateTimeOffset stated, DateTimeOffset earliest, DateTimeOffset latest) => Refusal.Of(
        ErrorReason.StatedTime, ("field", field), ("stated", Text(stated)), ("earliest", Text(earliest)), ("latest", Text(latest)));

    public static Refusal ItemNotFound(string name, string item) => Refusal.Of(ErrorReason.ItemNotFound, ("name", name), ("item", item));

    public static Refusal CopyNotNumbered(string name, int copy, int count) => Refusal.Of(ErrorReason.CopyNotNumbered, ("name", name), ("copy", Text(copy)), ("count", Text(count)));

    public static Refusal FileNotMarked(string name, string why) => Refusal.Of(ErrorReason.FileNotMarked, ("name", name), ("why", why));

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
