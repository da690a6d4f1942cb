namespace Backoffice.Regulations.Numbering;

/// <summary>保管期限 as reference codes spell it (rule ARC-33).</summary>
public enum RetentionCode
{
    /// <summary>永久</summary>
    Y,

    /// <summary>定期30年</summary>
    D30,

    /// <summary>定期10年</summary>
    D10,
}

/// <summary>
/// The lowest class in which items are numbered: 全宗号-档案门类·年度-保管期限 (DA/T 22, DA/T 13; rules ARC-32 and ARC-38).
/// Its category is always WS, 文书档案: documents are all that is filed.
/// </summary>
public readonly record struct FilingClass(string Fonds, int Year, RetentionCode Retention)
{
    /// <summary>The row of numbers that items are numbered from.</summary>
    public string Row => $"reference-code/{this}";

    public override string ToString() => $"{Fonds}-WS·{Year:0000}-{Retention}";
}

/// <summary>档号: the class and the item number in it, consecutive from 0001; fixed once given (rules ARC-32 to ARC-34).</summary>
public readonly record struct ReferenceCode(FilingClass Class, long Item)
{
    /// <summary>件号 has four digits (rule ARC-33).</summary>
    public const int LastItem = 9999;

    public override string ToString() => $"{Class}-{Item:0000}";
}
