using Backoffice.Proofreading.Agreement;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Agreement;

public sealed class CitationsTests
{
    private static readonly Background Register = new() { Documents = [new("民政部关于加强社会救助工作的通知", "民发〔2026〕12号")] };

    [Fact]
    public void A_title_that_the_register_has_otherwise_is_found()
    {
        Reading.Of("根据《民政部关于加强社会救济工作的通知》（民发〔2026〕12号）", FindingKind.Citation, Register).ShouldBe(["民政部关于加强社会救济工作的通知 → 民政部关于加强社会救助工作的通知"]);
        Reading.Of("根据《财政部关于预算编制的意见》（民发〔2026〕12号）", FindingKind.Citation, Register).ShouldBe(["财政部关于预算编制的意见 → ?"]);
    }

    [Theory]
    [InlineData("根据《民政部关于加强社会救助工作的通知》（民发〔2026〕12号）")]
    [InlineData("根据《关于加强社会救助工作的通知》（民发〔2026〕12号）")]
    [InlineData("根据《关于另一工作的通知》（民发〔2026〕13号）")]
    public void What_agrees_or_is_not_known_is_left_alone(string body) => Reading.Of(body, FindingKind.Citation, Register).ShouldBeEmpty();

    [Fact]
    public void One_document_under_two_numbers_is_said() =>
        Reading.Of("根据《关于救助的通知》（民发〔2026〕1号），按照《关于救助的通知》（民发〔2026〕7号）", FindingKind.Citation).ShouldBe(["民发〔2026〕7号 → ?"]);

    [Fact]
    public void The_title_comes_before_the_number() =>
        Reading.Of("根据民发〔2026〕12号《关于加强社会救助工作的通知》", FindingKind.Citation).ShouldBe(["民发〔2026〕12号《关于加强社会救助工作的通知》 → 《关于加强社会救助工作的通知》（民发〔2026〕12号）"]);

    [Fact]
    public void The_register_is_asked_for_numbers_in_their_right_form() =>
        Citations.NumbersIn(new ProofText { Body = "《甲》（民发[2026] 12号）、《乙》（民发〔2026〕12号）、《丙》（国办发（2025）3号）" }).ShouldBe(["民发〔2026〕12号", "国办发〔2025〕3号"]);
}
