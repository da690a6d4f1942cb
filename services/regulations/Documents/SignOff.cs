namespace Backoffice.Regulations.Documents;

public enum SignerRank
{
    /// <summary>No head of the organ.</summary>
    None,

    /// <summary>其他负责人: a deputy head.</summary>
    DeputyHead,

    /// <summary>主要负责人</summary>
    PrincipalHead,

    /// <summary>主持工作的负责人: signs as principal head, on the strength of an appointment.</summary>
    ActingHead,
}

/// <summary>How the signer left his mark (条例 第22条).</summary>
public enum SignOffKind
{
    /// <summary>圈阅: a circle round the name is agreement.</summary>
    Circled,

    /// <summary>签名: the name alone is agreement.</summary>
    Signed,

    /// <summary>签署意见: agreement only if the opinion says so.</summary>
    Opinion,
}

/// <summary>签发 of an outgoing document.</summary>
public sealed record SignOff(string Signer, SignerRank Rank, SignOffKind Kind, DateOnly? On)
{
    /// <summary>For <see cref="SignOffKind.Opinion"/>: whether it agrees, as the signer declared it. Nobody reads it out of the text.</summary>
    public bool OpinionAgrees { get; init; }

    /// <summary>The appointment that lets an acting head sign.</summary>
    public string? AppointmentRef { get; init; }

    public bool Agrees => Kind is SignOffKind.Circled or SignOffKind.Signed || OpinionAgrees;

    public bool IsByPrincipal => Rank == SignerRank.PrincipalHead || (Rank == SignerRank.ActingHead && !string.IsNullOrWhiteSpace(AppointmentRef));
}
