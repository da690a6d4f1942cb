using Backoffice.Host.Up;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;

namespace Backoffice.Host.Backup;

/// <summary>How the records of all services are copied and put back, for one kind of database.</summary>
internal interface IRecords
{
    StoreKind Kind { get; }

    /// <summary>Copies all records as they are at one moment, while the suite may go on writing.</summary>
    /// <param name="folder">Where the copy goes.</param>
    /// <param name="progress">Is told bytes as they pass.</param>
    /// <param name="stop">Leaves an unfinished copy.</param>
    /// <returns>What each service's store holds at that moment, and the files of the copy by their paths in the folder.</returns>
    Task<(IReadOnlyDictionary<string, StoreContent> Stores, IReadOnlyList<string> Files)> CopyAsync(string folder, Action<long> progress, CancellationToken stop);

    /// <summary>Size of what is to be copied, in bytes, about.</summary>
    Task<long> SizeAsync(CancellationToken stop);

    /// <summary>Puts a copy into a place that holds no records yet.</summary>
    /// <param name="backup">The backup's folder.</param>
    /// <param name="place">The restored installation's folder.</param>
    /// <param name="stop">Leaves nothing in a database, and an unfinished folder.</param>
    Task RestoreAsync(string backup, string place, CancellationToken stop);

    /// <summary>How a service's store is opened that was restored there.</summary>
    PlatformOptions OptionsOf(ServiceModule module, string place);
}
