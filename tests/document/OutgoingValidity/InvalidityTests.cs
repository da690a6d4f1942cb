using Backoffice.Document.V1;
using Shouldly;
using Xunit;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;

namespace Backoffice.Document.Tests.OutgoingValidity;

public sealed class InvalidityTests
{
    // Rule DOC-M06.
    [Theory]
    [InlineData(InvalidityKind.Withdrawn, null, "已撤回")]
    [InlineData(InvalidityKind.Revoked, null, "已撤销")]
    [InlineData(InvalidityKind.Repealed, "2026-03-05", "已废止")]
    [InlineData(InvalidityKind.Repealed, "2026-03-06", "自2026年3月6日起废止")]
    public void What_is_repealed_from_a_later_day_on_says_from_when(InvalidityKind kind, string? effective, string mark) =>
        new Invalidity(kind, "", "", default, effective is null ? null : DateOnly.Parse(effective, System.Globalization.CultureInfo.InvariantCulture), "", "").MarkOn(new DateOnly(2026, 3, 5)).ShouldBe(mark);
}
