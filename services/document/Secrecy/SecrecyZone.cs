using Backoffice.Regulations.Secrecy;

namespace Backoffice.Document.Secrecy;

/// <summary>What kind of network the installation stands in, and so what it may hold (保密法 第31条; 实施条例 第32条).</summary>
internal sealed class SecrecyZone(NetworkZone zone, SecrecyLevel level)
{
    /// <summary>Where nothing else is configured.</summary>
    public static readonly SecrecyZone NonClassified = new(NetworkZone.NonClassified, SecrecyLevel.WorkSecret);

    public bool IsClassified => zone == NetworkZone.Classified;

    /// <summary>The highest level that may be held.</summary>
    public SecrecyLevel Highest => IsClassified ? level : SecrecyLevel.WorkSecret;

    /// <summary>True when a text bears the mark of a secret that may not be held here.</summary>
    public bool Refuses(string text) => IsClassified ? StateSecretMark.LevelIn(text) > level : StateSecretMark.IsIn(text);
}

/// <summary>The kind of network.</summary>
public enum NetworkZone
{
    /// <summary>非涉密: state secrets are refused before anything of them is stored or logged.</summary>
    NonClassified,

    /// <summary>涉密: state secrets up to a level are held, by the rules for them. Only where the system was examined and approved for it.</summary>
    Classified,
}
