using System.Net;
using System.Net.Http.Headers;
using Backoffice.Document.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;

namespace Backoffice.Bench.Running;

/// <summary>A client before a door – the gateway or the bare proxy – that makes one call over each wire.</summary>
internal sealed class Door : IDisposable
{
    private static readonly ListIncomingDocumentsRequest Request = new();

    private readonly Metadata _headers;
    private readonly HttpClient _json;
    private readonly GrpcChannel _grpc;
    private readonly GrpcChannel _web;

    public Door(int http, int grpc, string token)
    {
        _headers = new Metadata { { "authorization", $"Bearer {token}" } };
        _json = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{http}") };
        _json.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _grpc = GrpcChannel.ForAddress($"http://127.0.0.1:{grpc}");
        _web = GrpcChannel.ForAddress(_json.BaseAddress, new GrpcChannelOptions
        {
            HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWeb, new SocketsHttpHandler()),
            HttpVersion = HttpVersion.Version11,
        });
    }

    public Task GrpcAsync() => new IncomingDocumentService.IncomingDocumentServiceClient(_grpc).ListIncomingDocumentsAsync(Request, _headers).ResponseAsync;

    /// <summary>The call that an empty service answers.</summary>
    public Task GetAsync() => new IncomingDocumentService.IncomingDocumentServiceClient(_grpc).GetIncomingDocumentAsync(new GetIncomingDocumentRequest(), _headers).ResponseAsync;

    public Task GrpcWebAsync() => new IncomingDocumentService.IncomingDocumentServiceClient(_web).ListIncomingDocumentsAsync(Request, _headers).ResponseAsync;

    public async Task JsonAsync()
    {
        using var response = await _json.GetAsync("/v1/incomingDocuments");
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    public Task RegisterAsync(IncomingDocument document) => new IncomingDocumentService.IncomingDocumentServiceClient(_grpc).RegisterIncomingDocumentAsync(
        new RegisterIncomingDocumentRequest { IncomingDocument = document, RequestId = Guid.NewGuid().ToString() }, _headers).ResponseAsync;

    public void Dispose()
    {
        _json.Dispose();
        _grpc.Dispose();
        _web.Dispose();
    }
}
