using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Numbering;
using Backoffice.Regulations.Retention;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Retention;

public sealed class RetentionAdviceTests
{
    private static readonly OutgoingRecord Notice = new(Genre.Notice, RoutingDirection.Downward);

    private static readonly IncomingRecord FromProvince = new(Relation.LineSuperior, Genre.Notice);

    [Fact] // case 100
    public void Minutes_are_kept_for_ever_and_bulletins_for_ten_years()
    {
        Advised(new OutgoingRecord(Genre.Minutes, RoutingDirection.Internal)).ShouldBe((RetentionCode.Y, "ARC-25"));
        Advised(new OutgoingRecord(Genre.OfficeText, RoutingDirection.Upward)).ShouldBe((RetentionCode.D10, "ARC-25"));
    }

    [Theory] // case 101
    [InlineData(PaperKind.Duplicate)]
    [InlineData(PaperKind.ReferenceCopy)]
    [InlineData(PaperKind.SupersededDraft)]
    public void Duplicates_copies_and_drafts_are_not_filed(PaperKind paper)
    {
        var own = RetentionAdvice.For(Notice with { Paper = paper });
        (own.IsFiled, own.Rule.Id, own.Rule.Article).ShouldBe((false, "ARC-22", "第4条"));
        RetentionAdvice.For(FromProvince with { Paper = paper, IsOurBusiness = true, IsImportant = true }).IsFiled.ShouldBeFalse();
    }

    [Fact]
    public void Drafts_of_an_important_document_are_filed() =>
        Advised(Notice with { Paper = PaperKind.SupersededDraft, IsImportant = true }).ShouldBe((RetentionCode.Y, "ARC-21"));

    [Theory]
    [InlineData(Genre.Request, true, RetentionCode.Y, "ARC-21")]
    [InlineData(Genre.Request, false, RetentionCode.D30, "ARC-20")]
    [InlineData(Genre.Report, true, RetentionCode.Y, "ARC-21")]
    [InlineData(Genre.Reply, true, RetentionCode.Y, "ARC-21")]
    [InlineData(Genre.Letter, true, RetentionCode.Y, "ARC-21")]
    [InlineData(Genre.Letter, false, RetentionCode.D10, "ARC-20")]
    [InlineData(Genre.Circular, false, RetentionCode.D10, "ARC-20")]
    [InlineData(Genre.Notice, true, RetentionCode.Y, "ARC-21")]
    [InlineData(Genre.Notice, false, RetentionCode.D30, "ARC-20")]
    public void Our_own_documents_are_kept_by_kind_and_weight(Genre genre, bool important, RetentionCode retention, string rule) =>
        Advised(Notice with { Genre = genre, IsImportant = important }).ShouldBe((retention, rule));

    [Fact]
    public void Policies_and_annual_summaries_are_kept_for_ever()
    {
        Advised(Notice with { IsNormative = true }).ShouldBe((RetentionCode.Y, "ARC-21"));
        Advised(new OutgoingRecord(Genre.OfficeText, RoutingDirection.Upward) { IsAnnual = true }).ShouldBe((RetentionCode.Y, "ARC-21"));
    }

    [Theory]
    [InlineData(false, false, false, null, "ARC-22")]
    [InlineData(true, false, false, RetentionCode.D10, "ARC-20")]
    [InlineData(true, true, false, RetentionCode.D30, "ARC-20")]
    [InlineData(true, true, true, RetentionCode.Y, "ARC-21")]
    [InlineData(false, true, true, RetentionCode.Y, "ARC-21")]
    [InlineData(false, true, false, null, "ARC-22")]
    public void A_superiors_documents_are_kept_by_what_they_are_to_us(bool handled, bool ours, bool important, RetentionCode? retention, string rule) =>
        Advised(FromProvince with { WasHandled = handled, IsOurBusiness = ours, IsImportant = important }).ShouldBe((retention, rule));

    [Theory]
    [InlineData(Genre.Request, true, true, RetentionCode.Y)]
    [InlineData(Genre.Request, true, false, RetentionCode.D30)]
    [InlineData(Genre.Report, false, false, RetentionCode.D10)]
    [InlineData(Genre.OfficeText, false, false, null)]
    public void A_subordinates_documents_are_kept_by_kind(Genre genre, bool handled, bool important, RetentionCode? retention) =>
        Advised(new IncomingRecord(Relation.LowerCounterpart, genre) { WasHandled = handled, IsImportant = important }).Retention.ShouldBe(retention);

    [Theory]
    [InlineData(Relation.Peer, true, true, RetentionCode.Y)]
    [InlineData(Relation.Peer, true, false, RetentionCode.D10)]
    [InlineData(Relation.NonSubordinate, false, true, null)]
    [InlineData(Relation.Person, false, false, null)]
    [InlineData(Relation.Person, true, false, RetentionCode.D10)]
    [InlineData(Relation.Unknown, false, false, RetentionCode.D10)]
    public void Letters_of_peers_and_persons_are_kept_if_they_were_handled(Relation sender, bool handled, bool important, RetentionCode? retention) =>
        Advised(new IncomingRecord(sender, Genre.Letter) { WasHandled = handled, IsImportant = important }).Retention.ShouldBe(retention);

    [Fact]
    public void Every_advice_has_its_reason()
    {
        foreach (var genre in Enum.GetValues<Genre>())
            foreach (var sender in Enum.GetValues<Relation>())
                foreach (var advice in new[] { RetentionAdvice.For(Notice with { Genre = genre }), RetentionAdvice.For(new IncomingRecord(sender, genre)) })
                    (advice.ReasonZh.Length > 0 && advice.ReasonEn.Length > 0 && advice.IsFiled == (advice.Rule.Id != "ARC-22")).ShouldBeTrue();
    }

    private static (RetentionCode? Retention, string Rule) Advised(OutgoingRecord record) => Of(RetentionAdvice.For(record));

    private static (RetentionCode? Retention, string Rule) Advised(IncomingRecord record) => Of(RetentionAdvice.For(record));

    private static (RetentionCode? Retention, string Rule) Of(RetentionAdvice advice) => (advice.Retention, advice.Rule.Id);
}
