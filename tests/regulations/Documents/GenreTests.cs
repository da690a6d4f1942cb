using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class GenreTests
{
    [Fact]
    public void The_fifteen_kinds_are_read_by_their_words()
    {
        var statutory = Enum.GetValues<Genre>().Except([Genre.None, Genre.OfficeText]).ToArray();
        statutory.Length.ShouldBe(15);
        foreach (var genre in statutory)
            Genres.Parse(genre.ToChinese()).ShouldBe(genre);
        Genres.Parse("令").ShouldBe(Genre.Order);
    }

    [Theory] // case 24
    [InlineData("请示报告", "从15种法定文种中选用一种")]
    [InlineData("方案", "以“通知”行文，“方案”作为附件印发")]
    public void A_kind_that_is_none_is_refused_with_a_suggestion(string printed, string suggestion)
    {
        Should.Throw<FormatException>(() => Genres.Parse(printed));
        Genres.Check(printed).ShouldNotBeNull().Suggestion.ShouldBe(suggestion);
        Genres.Check("通知").ShouldBeNull();
    }

    [Theory]
    [InlineData("青山市民政局关于2026年工作情况的报告", Genre.Report)]
    [InlineData("关于印发《养老机构管理办法（试行）》的通知", Genre.Notice)]
    [InlineData("关于加强管理的意见（试行）", Genre.Opinion)]
    [InlineData("青山市人民政府令", Genre.Order)]
    [InlineData("关于同意设立的复函", Genre.Letter)]
    [InlineData("局长办公会议纪要", Genre.Minutes)]
    [InlineData("关于经费的请示报告", null)]
    [InlineData("2026年工作总结", null)]
    [InlineData("", null)]
    public void A_title_says_its_kind_at_the_end(string title, Genre? expected) => Genres.OfTitle(title).ShouldBe(expected);

    [Theory]
    [InlineData(Genre.OfficeText, "以“通知”行文，原文作为附件印发")]
    [InlineData(Genre.None, "从15种法定文种中选用一种")]
    public void What_is_no_statutory_kind_is_not_issued(Genre genre, string suggestion) =>
        (Drafts.Notice with { Genre = genre }).At(Stage.Drafting).ShouldFind("DOC-G00", Strength.Reject).Suggestion.ShouldBe(suggestion);

    [Fact]
    public void A_department_issues_orders_only_against_the_rule_and_motions_never()
    {
        var order = Drafts.Notice with { Genre = Genre.Order };
        order.At(Stage.Drafting).ShouldFind("DOC-G03", Strength.RejectOverridable);
        (Drafts.Notice with { Genre = Genre.Motion }).At(Stage.Drafting).ShouldFind("DOC-G13", Strength.Reject);

        var government = new Issuer("青山市人民政府") { IsGovernment = true };
        (order with { Issuer = government }).At(Stage.Drafting).ShouldBeEmpty();
        (Drafts.Notice with { Genre = Genre.Motion, Issuer = government }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact] // case 19
    public void A_request_to_a_peer_is_refused_and_a_letter_suggested()
    {
        var finding = (Drafts.Request with { MainRecipients = [Drafts.CityFinance] }).At(Stage.Drafting).ShouldFind("DOC-G11", Strength.Reject);
        finding.Suggestion.ShouldBe("改用“函”");
        finding.Measured.ShouldBe("市财政局");
        (Drafts.Report with { MainRecipients = [Drafts.CountyBureaus] }).At(Stage.Drafting).ShouldFind("DOC-G10", Strength.Reject);
    }

    [Fact] // case 20
    public void A_letter_to_our_own_superior_passes_with_a_request_suggested() =>
        (Drafts.Letter with { MainRecipients = [Drafts.CityGovernment] }).At(Stage.Drafting).ShouldFind("DOC-G14", Strength.Warn).Suggestion.ShouldContain("“请示”");

    [Fact] // case 21
    public void A_reply_needs_the_request_it_answers()
    {
        var reply = Drafts.Notice with { Genre = Genre.Reply, Title = "青山市民政局关于设立分中心的批复" };
        reply.At(Stage.Dispatch).ShouldFind("DOC-G12", Strength.Reject);
        (reply with { InReplyTo = "incomingDocuments/1" }).At(Stage.Dispatch).ShouldBeEmpty();
    }
}
