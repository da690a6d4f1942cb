using Backoffice.Regulations.Numbering;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Numbering;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("×民发〔2026〕12号", "×民发", 2026, 12)]
    [InlineData("青政办发〔1998〕1号", "青政办发", 1998, 1)]
    public void A_number_is_read_as_printed(string text, string code, int year, long sequence) =>
        DocumentNumber.Parse(text).ShouldBe(new(code, year, sequence));

    [Fact]
    public void What_a_number_prints_it_reads_back() =>
        Gen.Select(Gen.Char['一', '龥'].Array[1, 10], Gen.Int[1900, 2099], Gen.Long[1, 999_999_999]).Sample((code, year, sequence) =>
        {
            var number = new DocumentNumber(new(code), year, sequence);
            return DocumentNumber.Parse(number.ToString()) == number;
        });

    [Theory]
    [InlineData("青民发[2026]12号", NumberFlaw.Brackets)]
    [InlineData("青民发（2026）12号", NumberFlaw.Brackets)]
    [InlineData("青民发(2026)12号", NumberFlaw.Brackets)]
    [InlineData("青民发【2026】12号", NumberFlaw.Brackets)]
    [InlineData("青民发〔26〕12号", NumberFlaw.Year)]
    [InlineData("青民发〔1826〕12号", NumberFlaw.Year)]
    [InlineData("青民发〔2026〕012号", NumberFlaw.LeadingZero)]
    [InlineData("青民发〔2026〕0号", NumberFlaw.LeadingZero)]
    [InlineData("青民发〔2026〕第12号", NumberFlaw.Ordinal)]
    [InlineData("青民发〔2026〕12", NumberFlaw.WithoutHao)]
    [InlineData("〔2026〕12号", NumberFlaw.Form)]
    [InlineData("QMF〔2026〕12号", NumberFlaw.Form)]
    [InlineData("青民发〔2026〕12号。", NumberFlaw.Form)]
    [InlineData("青民发〔2026〕12号\n", NumberFlaw.Form)]
    [InlineData("青民发〔2026〕１２号", NumberFlaw.Form)]
    [InlineData("", NumberFlaw.Form)]
    public void A_number_written_otherwise_is_refused_with_the_reason(string text, NumberFlaw expected)
    {
        DocumentNumber.TryParse(text, out _, out var flaw).ShouldBeFalse();
        flaw.ShouldBe(expected);
        Should.Throw<FormatException>(() => DocumentNumber.Parse(text)).Message.ShouldContain(text);
    }

    [Fact] // case 37: the next number is the row's; that rows are apart is seen here
    public void Every_code_and_every_year_has_its_own_row()
    {
        new DocumentNumber("×民发", 2026, 11).Row.ShouldBe("document-number/×民发/2026");
        new DocumentNumber("×民发", 2026, 12).Row.ShouldBe(new DocumentNumber("×民发", 2026, 11).Row);
        new DocumentNumber("×民发", 2027, 1).Row.ShouldBe("document-number/×民发/2027");
        new DocumentNumber("×民函", 2026, 1).Row.ShouldBe("document-number/×民函/2026");
    }
}
