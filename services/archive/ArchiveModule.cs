using Backoffice.Archive.ArchiveItems;
using Backoffice.Platform.Hosting;

namespace Backoffice.Archive;

/// <summary>The archive service (档案): items filed, found, read and proved.</summary>
public static class ArchiveModule
{
    public static ServiceModule Module { get; } = new ServiceModule("archive")
        .Stores<ArchiveDb, SqliteArchiveDb, PostgresArchiveDb>()
        .Serves<ArchiveItemService>()
        .With(builder => builder.Services.AddSingleton(OptionsReader.Read<ArchiveOptions>(builder.Configuration, ArchiveOptions.Section)));
}
