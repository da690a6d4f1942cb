using System.Collections.Concurrent;
using Backoffice.Bench.Texts;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Backoffice.Bench.Running;

/// <summary>What a bureau's clerks do all day through the gateway: they look four times for each time they write.</summary>
internal sealed class OrdinaryWork : IDisposable
{
    private const int Page = 50;
    private const int Kept = 1_000;

    private readonly GrpcChannel _channel;
    private readonly Documents _documents;
    private readonly ConcurrentQueue<string> _names;
    private readonly IncomingDocumentService.IncomingDocumentServiceClient _incoming;
    private readonly IncomingHandlingService.IncomingHandlingServiceClient _handling;
    private readonly InboxService.InboxServiceClient _inbox;

    /// <param name="names">Documents that were registered lately, whoever did it; what is registered here is added.</param>
    public OrdinaryWork(int port, string token, Documents documents, ConcurrentQueue<string> names)
    {
        (_documents, _names) = (documents, names);
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var calls = _channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
        _incoming = new IncomingDocumentService.IncomingDocumentServiceClient(calls);
        _handling = new IncomingHandlingService.IncomingHandlingServiceClient(calls);
        _inbox = new InboxService.InboxServiceClient(calls);
    }

    /// <summary>The n-th call of the day.</summary>
    public Task DoAsync(int n) => (n % 10) switch
    {
        0 => RegisterAsync(n),
        1 => StartAsync(),
        2 or 3 => _incoming.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = Page }).ResponseAsync,
        4 => _incoming.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = _documents.Word(new Random(n), 4), PageSize = Page }).ResponseAsync,
        5 or 6 => _inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToDo, PageSize = Page }).ResponseAsync,
        7 => _inbox.GetInboxCountsAsync(new GetInboxCountsRequest()).ResponseAsync,
        _ => ReadAsync(n),
    };

    public void Dispose() => _channel.Dispose();

    private async Task RegisterAsync(int n)
    {
        var request = new RegisterIncomingDocumentRequest { IncomingDocument = _documents.At(n), RequestId = Guid.NewGuid().ToString() };
        _names.Enqueue((await _incoming.RegisterIncomingDocumentAsync(request)).IncomingDocument.Name);
        while (_names.Count > Kept)
            _names.TryDequeue(out _);
    }

    /// <summary>Puts a document of its own under way: each is started once.</summary>
    private async Task StartAsync()
    {
        if (_names.TryDequeue(out var name))
            await _handling.StartHandlingAsync(new StartHandlingRequest { Name = name, RequestId = Guid.NewGuid().ToString() });
    }

    private async Task ReadAsync(int n)
    {
        var names = _names.ToArray();
        if (names.Length > 0)
            await _incoming.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = names[n % names.Length] });
    }
}
