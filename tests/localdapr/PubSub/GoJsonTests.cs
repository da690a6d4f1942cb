using System.Globalization;
using System.Text.Json;
using Backoffice.LocalDapr.PubSub;
using CsCheck;

namespace Backoffice.LocalDapr.Tests.PubSub;

public sealed class GoJsonTests
{
    // Expected texts are those of Go's encoding/json for the same float64.
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(100.0, "100")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(1.5e-9, "1.5e-9")]
    [InlineData(1e-10, "1e-10")]
    [InlineData(123456789.125, "123456789.125")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(9007199254740993.0, "9007199254740992")]
    public void A_number_is_written_as_go_writes_it(double value, string expected) => GoFloat.Format(value).ShouldBe(expected);

    [Fact]
    public void A_written_number_reads_back_as_the_same() => Gen.Double.Where(double.IsFinite).Sample(value =>
        double.Parse(GoFloat.Format(value), CultureInfo.InvariantCulture) == value);

    [Theory]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"")]
    [InlineData("\"<a href='x'>&\\u2028\"", "\"\\u003ca href='x'\\u003e\\u0026\\u2028\"")]
    [InlineData("\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\\\\\"\\/\"", "\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\\\\\"/\"")]
    [InlineData("""{"b":1,"a":2,"b":3}""", """{"a":2,"b":3}""")]
    [InlineData("""{"é":1,"z":2,"A":3,"😀":4,"\uffee":5}""", "{\"A\":3,\"z\":2,\"é\":1,\"\uffee\":5,\"😀\":4}")]
    [InlineData(" [ 1 , true , null , { } , [ ] ] ", "[1,true,null,{},[]]")]
    public void Text_and_keys_are_written_as_go_writes_them(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);
        GoJson.Lossy(document.RootElement).ShouldBe(expected);
    }

    [Fact]
    public void A_number_beyond_float64_cannot_be_delivered()
    {
        using var document = JsonDocument.Parse("1e400");
        Should.Throw<JsonException>(() => GoJson.Lossy(document.RootElement));
        GoJson.Precise(document.RootElement).ShouldBe("1e400");
    }
}
