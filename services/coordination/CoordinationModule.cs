using Backoffice.Coordination.Delegations;
using Backoffice.Coordination.Directory;
using Backoffice.Coordination.People;
using Backoffice.Coordination.Posts;
using Backoffice.Coordination.Statistics;
using Backoffice.Coordination.Units;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;

namespace Backoffice.Coordination;

/// <summary>The coordination service: the organisation everybody works in, and the figures of the office's work.</summary>
public static class CoordinationModule
{
    public static ServiceModule Module { get; } = new ServiceModule("coordination")
        .Stores<CoordinationDb, SqliteCoordinationDb, PostgresCoordinationDb>()
        .Serves<UnitService>()
        .Serves<PostService>()
        .Serves<PersonService>()
        .Serves<DirectoryService>()
        .Serves<DelegationService>()
        .Serves<StatisticsService>()
        .Reacts<IncomingDocumentRegistered, WhenIncomingDocumentRegistered>()
        .With(builder => builder.Services.AddSingleton<DirectoryPublisher>().AddHostedService(s => s.GetRequiredService<DirectoryPublisher>()));
}
