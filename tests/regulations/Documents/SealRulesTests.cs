using Backoffice.Regulations.Documents;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class SealRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly SealFacts Fitting = new()
    {
        Genre = Genre.Notice,
        SealIsInUse = true,
        SealOrgan = "市民政局",
        Signatories = ["市民政局"],
        HasText = true,
        IsSigned = true,
        IsApproved = true,
    };

    [Fact]
    public void The_organs_own_seal_on_what_was_signed_and_approved_is_in_order() => SealRules.Check(Fitting, Today).ShouldBeEmpty();

    [Fact]
    public void Each_breach_cites_its_rule()
    {
        foreach (var (facts, rule) in new[]
        {
            (Fitting with { SealIsInUse = false }, "《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第24条"),
            (Fitting with { IsApproved = false }, "《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第25条"),
            (Fitting with { SealOrgan = "市财政局" }, "《党政机关公文处理工作条例》第9条(十三)"),
            (Fitting with { IsSigned = false }, "《党政机关公文处理工作条例》第9条(十三)"),
            (Fitting with { Genre = Genre.Minutes }, "《党政机关公文处理工作条例》第9条(十三)"),
            (Fitting with { HasText = false }, "办公实务"),
            (Fitting with { IsWhatWasAppliedFor = false }, "办公实务"),
        })
            SealRules.Check(facts, Today).ShouldHaveSingleItem().Rule.Citation.ShouldBe(rule);
    }

    [Fact]
    public void Whether_the_leader_approved_is_not_asked_before_anybody_could() => SealRules.Check(Fitting with { IsApproved = null }, Today).ShouldBeEmpty();

    [Theory]
    [InlineData(Genre.Order, false)]
    [InlineData(Genre.Motion, false)]
    [InlineData(Genre.Minutes, false)]
    [InlineData(Genre.OfficeText, false)]
    [InlineData(Genre.Notice, true)]
    [InlineData(Genre.Letter, true)]
    [InlineData(Genre.Request, true)]
    public void Minutes_orders_and_motions_bear_no_seal_of_the_organ(Genre genre, bool bears) => SealRules.BearsSeal(genre).ShouldBe(bears);
}
