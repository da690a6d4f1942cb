using System.Text.RegularExpressions;
using Backoffice.Regulations.Numbering;
using Shouldly;
using Xunit;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed partial class ReferenceCodeTests
{
    [Theory]
    [InlineData("0001", 2026, RetentionCode.Y, 1, "0001-WS·2026-Y-0001")]
    [InlineData("Z109", 2011, RetentionCode.D30, 42, "Z109-WS·2011-D30-0042")]
    [InlineData("A182", 1949, RetentionCode.D10, 9999, "A182-WS·1949-D10-9999")]
    public void A_code_has_the_form_of_the_standard(string fonds, int year, RetentionCode retention, long item, string code)
    {
        new ReferenceCode(new FilingClass(fonds, year, retention), item).ToString().ShouldBe(code);
        Standard().IsMatch(code).ShouldBeTrue();
    }

    // DA/T 22 and DA/T 13, with all that a code may have besides what is filed here.
    [GeneratedRegex(@"^[A-Z0-9]{4}-(WS|KJ|RS|KU|ZY|ZP|LY|LX|SJ|YJ|WY|MT|SW)(·[A-Z0-9]{2})?·(19|20)\d{2}-(Y|D30|D10)(-[A-Z0-9]{2,4})?-\d{4}$")]
    private static partial Regex Standard();
}
