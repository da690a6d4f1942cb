using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Backoffice.LocalDapr.PubSub;

internal enum TopicRecordKind : byte
{
    Message = 1,
    Joined = 2,
    Acknowledged = 3,
    AcknowledgedUpTo = 4,
}

/// <param name="Text">A message's metadata, or the name of a group.</param>
internal readonly record struct TopicRecord(TopicRecordKind Kind, long Id, string? Text, ReadOnlyMemory<byte> Data);

/// <summary>
/// An append-only file of framed records. A record is handed to the operating system before the call returns, so it survives the
/// death of the process; like Redis with its default settings it may not survive a power cut.
/// </summary>
internal sealed class TopicFile : IDisposable
{
    private const int Header = 4 + 1 + 8 + 4;
    private readonly SafeFileHandle _handle;

    private TopicFile(SafeFileHandle handle) => _handle = handle;

    public long Length { get; private set; }

    public static TopicFile Open(string path, Action<TopicRecord, long> replay)
    {
        var file = new TopicFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        var size = RandomAccess.GetLength(file._handle);
        while (file.Length + Header <= size && file.TryRead(file.Length, size, out var record, out var next))
        {
            replay(record, file.Length);
            file.Length = next;
        }

        // What follows the last whole record was being written when the process died; nobody was told that it was stored.
        RandomAccess.SetLength(file._handle, file.Length);
        return file;
    }

    public long Append(TopicRecord record)
    {
        var text = Encoding.UTF8.GetBytes(record.Text ?? "");
        var frame = new byte[Header + text.Length + record.Data.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length);
        frame[4] = (byte)record.Kind;
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(5), record.Id);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(13), record.Text is null ? -1 : text.Length);
        text.CopyTo(frame, Header);
        record.Data.CopyTo(frame.AsMemory(Header + text.Length));

        var offset = Length;
        RandomAccess.Write(_handle, frame, offset);
        Length += frame.Length;
        return offset;
    }

    public TopicRecord Read(long offset) =>
        TryRead(offset, Length, out var record, out _) ? record : throw new InvalidDataException("The topic file was changed by somebody else.");

    public void Dispose() => _handle.Dispose();

    private bool TryRead(long offset, long size, out TopicRecord record, out long next)
    {
        record = default;
        Span<byte> prefix = stackalloc byte[4];
        RandomAccess.Read(_handle, prefix, offset);
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        next = offset + length;
        if (length < Header || next > size)
            return false;

        var frame = new byte[length];
        RandomAccess.Read(_handle, frame, offset);
        var text = BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(13));
        var textLength = Math.Max(text, 0);
        if (Header + textLength > length)
            return false;

        record = new(
            (TopicRecordKind)frame[4],
            BinaryPrimitives.ReadInt64LittleEndian(frame.AsSpan(5)),
            text < 0 ? null : Encoding.UTF8.GetString(frame, Header, textLength),
            frame.AsMemory(Header + textLength));
        return true;
    }
}
