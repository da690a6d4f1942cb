using System.Globalization;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>
/// One in-process topic with what a Redis Stream offers: an ordered log, groups with their own place, pending messages, trimming.
/// Payloads stay in the file; memory holds one entry per message.
/// </summary>
internal sealed class TopicLog : IDisposable
{
    /// <summary>Below this size a file is not worth rewriting.</summary>
    private const long SmallFile = 1 << 20;

    private readonly Lock _gate = new();
    private readonly string _topic;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly List<long> _ids = [];
    private List<long> _offsets = [];
    private readonly Dictionary<string, TopicGroup> _groups = new(StringComparer.Ordinal);
    private TopicFile _file;
    private long _lastId;
    private long _compactAt = SmallFile;

    public TopicLog(string topic, string path, TimeProvider time)
    {
        (_topic, _path, _time) = (topic, path, time);
        _file = TopicFile.Open(path, Replay);
    }

    public void Append(byte[] data, string? metadata, int maxLength, TimeSpan keepFor)
    {
        lock (_gate)
        {
            // Ids grow with time, so that the age of a message can be read off its id.
            _lastId = Math.Max(_lastId + 1, IdAt(_time.GetUtcNow()));
            Keep(_lastId, _file.Append(new(TopicRecordKind.Message, _lastId, metadata, data)));
            Trim(Surplus(maxLength, keepFor));
            if (_file.Length > _compactAt)
                Compact();
        }
    }

    public void Join(string group)
    {
        lock (_gate)
        {
            if (_groups.TryAdd(group, new TopicGroup()))
                _file.Append(new(TopicRecordKind.Joined, 0, group, default));
        }
    }

    public IReadOnlyList<StoredMessage> ReadNew(string group, int count)
    {
        lock (_gate)
            return [.. _groups[group].TakeNew(_ids, count, _time.GetTimestamp()).Select(Load)];
    }

    public IReadOnlyList<StoredMessage> Reclaim(string group, TimeSpan idle, int count)
    {
        lock (_gate)
            return [.. _groups[group].TakeIdle(since => _time.GetElapsedTime(since) >= idle, count, _time.GetTimestamp()).Select(Load)];
    }

    public void Acknowledge(string group, string id)
    {
        lock (_gate)
        {
            var number = long.Parse(id, CultureInfo.InvariantCulture);
            if (_groups[group].Acknowledge(number, _ids))
                _file.Append(new(TopicRecordKind.Acknowledged, number, group, default));
        }
    }

    public void Release(string group, string id)
    {
        lock (_gate)
            _groups[group].Release(long.Parse(id, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        lock (_gate)
            _file.Dispose();
    }

    private static long IdAt(DateTimeOffset time) => time.ToUnixTimeMilliseconds() << 20;

    private StoredMessage Load(long id)
    {
        var record = _file.Read(_offsets[_ids.BinarySearch(id)]);
        return new(_topic, id.ToString(CultureInfo.InvariantCulture), record.Data.ToArray(), record.Text);
    }

    private void Replay(TopicRecord record, long offset)
    {
        switch (record.Kind)
        {
            case TopicRecordKind.Message:
                Keep(record.Id, offset);
                _lastId = record.Id;
                break;
            case TopicRecordKind.Joined:
                _groups.TryAdd(record.Text!, new TopicGroup());
                break;
            case TopicRecordKind.Acknowledged:
                _groups[record.Text!].Acknowledge(record.Id, _ids);
                break;
            default:
                _groups[record.Text!].AcknowledgeUpTo(record.Id);
                break;
        }
    }

    private void Keep(long id, long offset)
    {
        _ids.Add(id);
        _offsets.Add(offset);
    }

    /// <summary>Like Redis with "~", a topic may grow a little over its length: trimming one by one would move the lists each time.</summary>
    private int Surplus(int maxLength, TimeSpan keepFor)
    {
        if (maxLength > 0)
            return _ids.Count > maxLength + (maxLength / 10) ? _ids.Count - maxLength : 0;

        if (keepFor == TimeSpan.Zero)
            return 0;

        var kept = _ids.BinarySearch(IdAt(_time.GetUtcNow() - keepFor));
        return kept < 0 ? ~kept : kept;
    }

    private void Trim(int count)
    {
        foreach (var group in _groups.Values)
            _ids.Take(count).ToList().ForEach(group.Forget);

        _ids.RemoveRange(0, count);
        _offsets.RemoveRange(0, count);
    }

    /// <summary>Rewrites the file without what was trimmed; the old one serves until the new one has taken its name.</summary>
    private void Compact()
    {
        var (next, offsets) = ($"{_path}.new", new List<long>(_offsets.Count));
        try
        {
            File.Delete(next);
            using var fresh = TopicFile.Open(next, (_, _) => { });
            offsets.AddRange(_offsets.Select(offset => fresh.Append(_file.Read(offset))));
            foreach (var (name, group) in _groups)
                group.Save(name, fresh);
        }
        catch (IOException)
        {
            // Most likely the disk is full. The publication itself is stored; try again when the file has grown further.
            _compactAt = 2 * _file.Length;
            return;
        }

        _file.Dispose();
        File.Move(next, _path, overwrite: true);
        _file = TopicFile.Open(_path, (_, _) => { });
        _offsets = offsets;
        _compactAt = Math.Max(SmallFile, 2 * _file.Length);
    }
}
