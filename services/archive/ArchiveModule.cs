using Backoffice.Archive.ArchiveItems;
using Backoffice.Archive.Filings;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;
using FilingService = Backoffice.Archive.Filings.FilingService;

namespace Backoffice.Archive;

/// <summary>The archive service (档案): items filed, found, read and proved; documents that are done with file themselves.</summary>
public static class ArchiveModule
{
    public static ServiceModule Module { get; } = new ServiceModule("archive")
        .Stores<ArchiveDb, SqliteArchiveDb, PostgresArchiveDb>()
        .Serves<ArchiveItemService>()
        .Serves<FilingService>()
        .Reacts<IncomingDocumentClosed, WhenIncomingDocumentClosed>(e => e.IncomingDocument)
        .Reacts<OutgoingDocumentDispatched, WhenOutgoingDocumentDispatched>(e => e.OutgoingDocument)
        .With(builder =>
        {
            builder.Services.AddSingleton(OptionsReader.Read<ArchiveOptions>(builder.Configuration, ArchiveOptions.Section));
            builder.Services.AddSingleton<Fetcher>().AddHostedService(s => s.GetRequiredService<Fetcher>()).AddScoped<FilingQueue>().AddScoped<Intake>().AddScoped<Shelf>();
        });
}
