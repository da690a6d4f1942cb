using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;
using Google.Protobuf.WellKnownTypes;
using Caller = Backoffice.Platform.Callers.Caller;

namespace Backoffice.Coordination.Delegations;

/// <summary>A post's work done by the holder of another post for a time, until it is revoked.</summary>
internal sealed class Delegation : Versioned, IScheduled
{
    /// <summary>Longer than any absence the office knows; what lasts is a new appointment and no delegation.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public required Guid Id { get; init; }

    /// <summary>`posts/{id}` whose work is done.</summary>
    public required string Post { get; init; }

    /// <summary>`posts/{id}` whose holder does it.</summary>
    public required string DeputyPost { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset EndTime { get; init; }

    public required string Reason { get; init; }

    /// <summary>The paper that makes the deputy acting head (主持工作); empty when there is none.</summary>
    public required string Appointment { get; init; }

    /// <summary>`people/{id}`, or the account when it belonged to nobody in the directory.</summary>
    public required string Creator { get; init; }

    public bool Cancelled { get; private set; }

    public DateTimeOffset? RevokeTime { get; private set; }

    public string Name => $"delegations/{Id}";

    /// <summary>Ends it before its time.</summary>
    public void Revoke(Caller by, DateTimeOffset at)
    {
        if (Creator != by.Actor && Creator != by.Account && !by.Posts.Contains(Post) && !by.Has(Role.OfficeDirector))
            throw CoordinationErrors.NotYourDelegation(Name, Creator, Post);
        if (Cancelled || EndTime <= at)
            throw CoordinationErrors.DelegationOver(Name);
        (Cancelled, RevokeTime) = (true, at);
        Touch();
    }

    public V1.Delegation ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        Post = Post,
        DeputyPost = DeputyPost,
        StartTime = Timestamp.FromDateTimeOffset(StartTime),
        EndTime = Timestamp.FromDateTimeOffset(EndTime),
        Reason = Reason,
        Appointment = Appointment,
        RevokeTime = RevokeTime is { } time ? Timestamp.FromDateTimeOffset(time) : null,
        Creator = Creator,
    };
}
