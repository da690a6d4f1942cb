using Backoffice.Coordination.V1;
using Grpc.Core;

namespace Backoffice.Bench.Running;

/// <summary>One reader with their inbox open before them.</summary>
internal sealed class InboxStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly AsyncServerStreamingCall<WatchInboxResponse> _call;

    private InboxStream(AsyncServerStreamingCall<WatchInboxResponse> call) => _call = call;

    /// <summary>How many papers were served to the reader and not read.</summary>
    public long ToRead { get; private set; }

    public static async Task<InboxStream> OpenAsync(InboxService.InboxServiceClient inbox)
    {
        var stream = new InboxStream(inbox.WatchInbox(new WatchInboxRequest()));
        await stream.NextAsync();
        return stream;
    }

    /// <summary>Waits until it tells of a matter that made the papers to read one more.</summary>
    public async Task TellsOfAsync(string matter)
    {
        var before = ToRead;
        while (!(await NextAsync()).Matters.Contains($"document/{matter}"))
            continue;
        if (ToRead != before + 1)
            throw new InvalidOperationException($"{matter} came with {ToRead} papers to read after {before}.");
    }

    public void Dispose() => _call.Dispose();

    private async Task<WatchInboxResponse> NextAsync()
    {
        if (!await _call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience))
            throw new InvalidOperationException("The stream of an inbox has ended.");
        ToRead = _call.ResponseStream.Current.Counts.ToRead;
        return _call.ResponseStream.Current;
    }
}
