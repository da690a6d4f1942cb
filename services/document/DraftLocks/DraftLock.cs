using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.DraftLocks;

/// <summary>A lease on the editing of one document. It lies in the store beside the document: a lock elsewhere could be lost, and proves nothing.</summary>
internal sealed class DraftLock
{
    public required Guid DocumentId { get; init; }

    /// <summary>Who holds it or was the last to; empty once it was given back.</summary>
    public string Person { get; private set; } = "";

    public string Post { get; private set; } = "";

    public DateTimeOffset AcquireTime { get; private set; }

    public DateTimeOffset ExpireTime { get; private set; }

    public bool IsHeldAt(DateTimeOffset now) => Person.Length > 0 && now < ExpireTime;

    public bool IsHeldBy(Caller caller) => Person == caller.Actor;

    public void Hold(Caller caller, DateTimeOffset now, TimeSpan lease)
    {
        if (!IsHeldAt(now) || !IsHeldBy(caller))
            AcquireTime = now;
        (Person, Post) = (caller.Actor, caller.MainPost);
        // A shorter lease does not cut a longer one short.
        ExpireTime = AcquireTime == now || now + lease > ExpireTime ? now + lease : ExpireTime;
    }

    public void Release() => Person = "";

    public V1.DraftLock ToProto(DirectorySnapshot directory) => new()
    {
        Person = Person,
        PersonDisplayName = directory.DisplayNameOf(Person),
        Post = Post,
        PostDisplayName = directory.DisplayNameOf(Post),
        AcquireTime = Timestamp.FromDateTimeOffset(AcquireTime),
        ExpireTime = Timestamp.FromDateTimeOffset(ExpireTime),
    };
}
