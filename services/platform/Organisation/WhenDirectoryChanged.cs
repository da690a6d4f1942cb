using Backoffice.Coordination.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Platform.Organisation;

/// <summary>Every service looks for the new directory at once. It only looks: a turn is no place to wait. Built into every module.</summary>
internal sealed class WhenDirectoryChanged(DirectoryCache directory) : IReaction<DirectoryChanged>
{
    public Task OnAsync(DirectoryChanged happened, EventRecord record, CancellationToken stop)
    {
        directory.LookFor(happened.Version);
        return Task.CompletedTask;
    }
}
