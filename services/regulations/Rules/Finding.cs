namespace Backoffice.Regulations.Rules;

/// <summary>What a rule has to say of a case.</summary>
public sealed record Finding
{
    /// <summary>Its strength is that of the rule unless the case has another.</summary>
    internal Finding(string rule, string field, string zh, string en, Strength? strength = null)
    {
        Rule = RuleBook.Current[rule];
        (Field, MessageZh, MessageEn) = (field, zh, en);
        Strength = strength ?? Rule.Strength;
    }

    public Rule Rule { get; }

    /// <summary>The fact that has to change, by its name in the facts.</summary>
    public string Field { get; }

    public string MessageZh { get; }

    public string MessageEn { get; }

    /// <summary>Of this case: an article may hold a principle and a prohibition.</summary>
    public Strength Strength { get; }

    /// <summary>What was found, where it can be said in a word or figure.</summary>
    public string Measured { get; init; } = "";

    /// <summary>What the rule wants in its place.</summary>
    public string Required { get; init; } = "";

    /// <summary>What to do instead, in Chinese; empty where the message says it.</summary>
    public string Suggestion { get; init; } = "";
}
