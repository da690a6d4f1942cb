namespace Backoffice.LocalDapr.PubSub;

/// <summary>One group's place in a topic. Only acknowledgements are kept on disk: after a restart all else counts as unread.</summary>
internal sealed class TopicGroup
{
    private readonly HashSet<long> _acknowledged = [];
    private readonly SortedDictionary<long, long> _pending = [];
    private readonly HashSet<long> _released = [];
    private long _acknowledgedUpTo;
    private long _readUpTo;

    /// <param name="ids">The ids of the topic, in order.</param>
    /// <param name="now">The timestamp from which the messages taken are pending.</param>
    public List<long> TakeNew(IList<long> ids, int count, long now)
    {
        var taken = new List<long>();
        for (var at = FirstAfter(ids, _readUpTo); at < ids.Count && taken.Count < count; at++)
        {
            _readUpTo = ids[at];
            if (IsAcknowledged(ids[at]))
                continue;

            _pending[ids[at]] = now;
            taken.Add(ids[at]);
        }

        return taken;
    }

    public List<long> TakeIdle(Func<long, bool> isIdle, int count, long now)
    {
        var taken = _pending.Where(p => _released.Contains(p.Key) || isIdle(p.Value)).Select(p => p.Key).Take(count).ToList();
        foreach (var id in taken)
            _pending[id] = now;

        _released.ExceptWith(taken);
        return taken;
    }

    /// <returns>Whether the message was pending.</returns>
    public bool Acknowledge(long id, IList<long> ids)
    {
        _pending.Remove(id);
        _released.Remove(id);
        if (IsAcknowledged(id) || !_acknowledged.Add(id))
            return false;

        for (var at = FirstAfter(ids, _acknowledgedUpTo); at < ids.Count && _acknowledged.Remove(ids[at]); at++)
            _acknowledgedUpTo = ids[at];

        return true;
    }

    public void AcknowledgeUpTo(long id) => _acknowledgedUpTo = id;

    public void Release(long id)
    {
        if (_pending.ContainsKey(id))
            _released.Add(id);
    }

    /// <summary>The message was trimmed: pending or not, it can never be handled.</summary>
    public void Forget(long id)
    {
        _pending.Remove(id);
        _released.Remove(id);
        _acknowledged.Remove(id);
        _acknowledgedUpTo = Math.Max(_acknowledgedUpTo, id);
    }

    public void Save(string name, TopicFile file)
    {
        file.Append(new(TopicRecordKind.Joined, 0, name, default));
        file.Append(new(TopicRecordKind.AcknowledgedUpTo, _acknowledgedUpTo, name, default));
        foreach (var id in _acknowledged)
            file.Append(new(TopicRecordKind.Acknowledged, id, name, default));
    }

    private bool IsAcknowledged(long id) => id <= _acknowledgedUpTo || _acknowledged.Contains(id);

    private static int FirstAfter(IList<long> ids, long id)
    {
        var (low, high) = (0, ids.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ids[middle] <= id ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
