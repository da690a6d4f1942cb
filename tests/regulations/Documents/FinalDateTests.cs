using Backoffice.Regulations.Documents;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class FinalDateTests
{
    [Fact] // case 32
    public void A_joint_document_has_the_date_of_the_last_signature() =>
        FinalDate.Print(FinalDate.Of(Signed(3, 5, 4))!.Value).ShouldBe("2026年3月5日");

    [Fact]
    public void While_a_signature_is_missing_there_is_no_date()
    {
        FinalDate.Of([.. Signed(3, 5), new("青山市医保局", OrganLevel.City)]).ShouldBeNull();
        FinalDate.Of(Array.Empty<JointOrgan>()).ShouldBeNull();
    }

    [Fact]
    public void The_date_is_the_signers_and_only_if_he_agreed()
    {
        var signOff = new SignOff("周敏", SignerRank.DeputyHead, SignOffKind.Circled, new(2026, 3, 5));
        FinalDate.Of(signOff).ShouldBe(new(2026, 3, 5));
        FinalDate.Of(signOff with { Kind = SignOffKind.Opinion }).ShouldBeNull();
    }

    [Fact]
    public void No_signature_is_later_than_the_date_and_one_is_on_it() =>
        Gen.Int[1, 28].Array[1, 6].Sample(days => FinalDate.Of(Signed(days)) == new DateOnly(2026, 3, days.Max()));

    [Fact] // case 50
    public void What_is_revoked_was_never_valid_and_what_is_repealed_ends_on_the_day()
    {
        var issued = new Validity(new(2026, 1, 10));
        issued.IsValidOn(new(2026, 5, 1)).ShouldBeTrue();
        issued.IsValidOn(new(2026, 1, 9)).ShouldBeFalse();
        (issued with { IsRevoked = true }).IsValidOn(new(2026, 1, 10)).ShouldBeFalse();

        var repealed = issued with { RepealedOn = new(2026, 5, 1) };
        repealed.IsValidOn(new(2026, 4, 30)).ShouldBeTrue();
        repealed.IsValidOn(new(2026, 5, 1)).ShouldBeFalse();
    }

    private static JointOrgan[] Signed(params int[] days) => [.. days.Select((d, i) => new JointOrgan($"机关{i}", OrganLevel.City, SignedOn: new(2026, 3, d)))];
}
