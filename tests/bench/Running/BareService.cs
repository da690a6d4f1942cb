using System.Net;
using Backoffice.Document.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Backoffice.Bench.Running;

/// <summary>The least gRPC server: Kestrel, the suite's messages, one delegate, and nothing in between.</summary>
internal sealed class BareService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private BareService(WebApplication app)
    {
        _app = app;
        _channel = GrpcChannel.ForAddress(Address);
    }

    public string Address => _app.Urls.First();

    public IncomingDocumentService.IncomingDocumentServiceClient Client => new(_channel);

    public static async Task<BareService> StartAsync(Func<string, Task<IncomingDocument>> get)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new Getter(get));
        var app = builder.Build();
        app.MapGrpcService<Getter>();
        await app.StartAsync();
        return new BareService(app);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Getter(Func<string, Task<IncomingDocument>> get) : IncomingDocumentService.IncomingDocumentServiceBase
    {
        public override async Task<GetIncomingDocumentResponse> GetIncomingDocument(GetIncomingDocumentRequest request, ServerCallContext context) =>
            new() { IncomingDocument = await get(request.Name) };
    }
}
