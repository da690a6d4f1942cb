using Backoffice.Planted.V1;
using Backoffice.Platform.Contracts;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Shouldly;
using Xunit;
using Enum = System.Enum;

namespace Backoffice.Platform.Tests.Contracts;

public sealed class MessageRulesTests
{
    private static readonly MessageRules Rules = Read(EveryRule.Descriptor);

    [Fact]
    public void A_message_that_keeps_every_rule_passes() => Rules.Check(Good()).ShouldBeEmpty();

    public static TheoryData<string, string> Broken => new()
    {
        { "required_text", "REQUIRED" }, { "long:x", "MIN_LEN" }, { "long:xxxx", "MAX_LEN" }, { "pattern:a1", "PATTERN" }, { "pattern:a\n", "PATTERN" },
        { "uuid:x", "UUID" }, { "content:1", "MIN_BYTES" }, { "content:4", "MAX_BYTES" }, { "small:-2", "GTE" }, { "small:2", "LTE" }, { "large:-1", "GTE" },
        { "colour:0", "NOT_IN" }, { "colour:9", "DEFINED_ONLY" }, { "words:", "MIN_ITEMS" }, { "words:a,b,c", "MAX_ITEMS" }, { "words:a,a", "UNIQUE" },
        { "words:aaaa", "MAX_LEN" }, { "inners:", "MIN_LEN" }, { "inner", "REQUIRED" }, { "inner:", "MIN_LEN" }, { "required_text:\u0001", "WELL_FORMED" },
        { "required_text:\ud800", "WELL_FORMED" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_rule_is_named_with_its_field(string change, string reason)
    {
        var violations = Rules.Check(Break(Good(), change));
        var violation = violations.ShouldHaveSingleItem();
        violation.Reason.ShouldBe(reason);
        violation.Field.ShouldStartWith(change.Split(':')[0]);
        violation.Description.ShouldNotBeEmpty();
        violation.LocalizedMessage.Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void Lengths_count_code_points_and_optional_zero_values_are_left_alone()
    {
        var message = Good();
        message.Long = "𠮷𠮷𠮷";
        Rules.Check(message).ShouldBeEmpty();
        message.Long = "";
        Rules.Check(message).ShouldBeEmpty();
    }

    [Fact]
    public void Hostile_input_does_not_make_an_answer_without_end()
    {
        var message = Good();
        message.Inners.AddRange(Enumerable.Range(0, 10_000).Select(_ => new EveryRule.Types.Inner()));
        Rules.Check(message).Count.ShouldBe(50);
    }

    [Theory]
    [InlineData(253402300800, 0)]
    [InlineData(-62135596801, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    public void An_instant_outside_the_calendar_is_refused(long seconds, int nanos) =>
        Read(Timestamp.Descriptor).Check(new Timestamp { Seconds = seconds, Nanos = nanos }).ShouldHaveSingleItem();

    [Theory]
    [InlineData(2026, 2, 29, false)]
    [InlineData(2024, 2, 29, true)]
    [InlineData(0, 1, 1, false)]
    [InlineData(10000, 1, 1, false)]
    [InlineData(2026, 13, 1, false)]
    [InlineData(2026, 0, 0, false)]
    public void A_day_must_be_in_the_calendar(int year, int month, int day, bool exists) =>
        Read(Date.Descriptor).Check(new Date { Year = year, Month = month, Day = day }).Count.ShouldBe(exists ? 0 : 1);

    private static MessageRules Read(Google.Protobuf.Reflection.MessageDescriptor message)
    {
        var problems = new List<string>();
        var rules = new RuleReader(problems).Read(message);
        problems.ShouldBeEmpty();
        return rules;
    }

    private static EveryRule Good() => new()
    {
        RequiredText = "x",
        Colour = EveryRule.Types.Colour.Red,
        Words = { "一二三" },
        Inner = new EveryRule.Types.Inner { Name = "x" },
    };

    private static EveryRule Break(EveryRule message, string change)
    {
        var (field, value) = change.Split(':') is [var name, var text] ? (name, text) : (change, null);
        switch (field)
        {
            case "required_text": message.RequiredText = value ?? ""; break;
            case "long": message.Long = value; break;
            case "pattern": message.Pattern = value; break;
            case "uuid": message.Uuid = value; break;
            case "content": message.Content = ByteString.CopyFrom(new byte[int.Parse(value!)]); break;
            case "small": message.Small = int.Parse(value!); break;
            case "large": message.Large = long.Parse(value!); break;
            case "colour": message.Colour = (EveryRule.Types.Colour)int.Parse(value!); break;
            case "words":
                message.Words.Clear();
                message.Words.AddRange(value!.Split(',', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "inners": message.Inners.Add(new EveryRule.Types.Inner()); break;
            default: message.Inner = value is null ? null : new EveryRule.Types.Inner(); break;
        }
        return message;
    }
}
