using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;

namespace Backoffice.Platform.Organisation;

/// <summary>Which posts the holder of a post may act for: those delegated to it now, and vacant ones that it backs up (AB岗).</summary>
internal sealed class StandIns
{
    private readonly ILookup<string, Delegation> _delegations;
    private readonly ILookup<string, string> _vacant;

    /// <param name="open">Posts that are not closed: a closed one has no work to stand in for.</param>
    public StandIns(IReadOnlyList<Post> open, IEnumerable<Delegation> delegations, Func<string, IReadOnlyList<string>> holdersOf)
    {
        var names = open.Select(p => p.Name).ToHashSet();
        _delegations = delegations.Where(d => d.RevokeTime is null && names.Contains(d.Post)).ToLookup(d => d.DeputyPost);
        _vacant = open.Where(p => p.BackupPost.Length > 0 && holdersOf(p.Name).Count == 0).ToLookup(p => p.BackupPost, p => p.Name);
    }

    /// <summary>Delegations first: one with an appointment allows more than a backup does.</summary>
    public IReadOnlyList<StandIn> Of(IReadOnlyList<string> posts, DateTimeOffset now)
    {
        var delegated = posts.SelectMany(own => _delegations[own].Where(d => Holds(d, now)).Select(d => new StandIn(d.Post, own, StandInReason.Delegation, d.Appointment)));
        var vacant = posts.SelectMany(own => _vacant[own].Select(post => new StandIn(post, own, StandInReason.Backup, "")));
        return [.. delegated.Concat(vacant).Where(s => !posts.Contains(s.Post)).DistinctBy(s => s.Post)];
    }

    private static bool Holds(Delegation delegation, DateTimeOffset now) =>
        delegation.StartTime.ToDateTimeOffset() <= now && now < delegation.EndTime.ToDateTimeOffset();
}
