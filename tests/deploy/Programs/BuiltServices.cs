using System.Reflection;
using Backoffice.Archive;
using Backoffice.Coordination;
using Backoffice.Deploy.Tests.Programs;
using Backoffice.Document;
using Backoffice.Identity;
using Backoffice.Logistics;
using Backoffice.Meeting;
using Backoffice.Platform.Events;
using Backoffice.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(BuiltServices))]

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>The services as their programs build them, not started: what they subscribe to is read from them.</summary>
public sealed class BuiltServices : IAsyncLifetime
{
    private static readonly (ServiceModule Module, Type Type)[] All =
    [
        (DocumentModule.Module, typeof(DocumentModule)), (MeetingModule.Module, typeof(MeetingModule)), (LogisticsModule.Module, typeof(LogisticsModule)),
        (ArchiveModule.Module, typeof(ArchiveModule)), (CoordinationModule.Module, typeof(CoordinationModule)), (IdentityModule.Module, typeof(IdentityModule)),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("backoffice-deploy-").FullName;
    private readonly Lazy<Dictionary<string, WebApplication>> _apps;

    public BuiltServices() => _apps = new(() => All.ToDictionary(s => s.Module.Name, s => s.Module.Build([], new ModuleSurroundings
    {
        OwnTelemetry = false,
        Settings = new Dictionary<string, string?> { ["Backoffice:DataFolder"] = _folder },
        Configure = b => b.Logging.ClearProviders(),
    })));

    public static IEnumerable<string> Names => All.Select(s => s.Module.Name);

    public static Assembly AssemblyOf(string service) => All.Single(s => s.Module.Name == service).Type.Assembly;

    public IReadOnlyList<string> ProducersReadBy(string service) => _apps.Value[service].Services.GetRequiredService<Reactions>().Producers;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_apps.IsValueCreated)
        {
            foreach (var app in _apps.Value.Values)
                await app.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }
}
