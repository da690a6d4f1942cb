namespace Backoffice.Regulations.Numbering;

/// <summary>收文编号: the place of a received document in the register of its year (条例 第24条(二)); consecutive, never given twice.</summary>
public readonly record struct RegistrationNumber(int Year, long Sequence)
{
    /// <summary>The row of numbers it is taken from.</summary>
    public string Row => $"incoming-registration/{Year}";

    public override string ToString() => $"收〔{Year}〕{Sequence}号";
}
