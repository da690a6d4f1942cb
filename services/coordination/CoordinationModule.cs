using Backoffice.Coordination.Delegations;
using Backoffice.Coordination.Directory;
using Backoffice.Coordination.Inbox;
using Backoffice.Coordination.People;
using Backoffice.Coordination.Posts;
using Backoffice.Coordination.Statistics;
using Backoffice.Coordination.Units;
using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Redis;
using Backoffice.Regulations.Calendar;

namespace Backoffice.Coordination;

/// <summary>The coordination service: the organisation everybody works in, what waits for whom, and the figures of the office's work.</summary>
public static class CoordinationModule
{
    public static ServiceModule Module { get; } = new ServiceModule("coordination")
        .Stores<CoordinationDb, SqliteCoordinationDb, PostgresCoordinationDb>()
        .Serves<UnitService>()
        .Serves<PostService>()
        .Serves<PersonService>()
        .Serves<DirectoryService>()
        .Serves<DelegationService>()
        .Serves<InboxService>()
        .Serves<StatisticsService>()
        .Reacts<IncomingDocumentRegistered, WhenIncomingDocumentRegistered>(e => e.IncomingDocument)
        .Reacts<IncomingDocumentRegistered, WhenDocumentRegistered>(e => e.IncomingDocument)
        .Reacts<OutgoingDocumentDispatched, WhenDocumentDispatched>(e => e.OutgoingDocument)
        .Reacts<MatterProgressed, WhenMatterProgressed>(e => e.Progress.Matter)
        .Reacts<DispatchUrged, WhenDispatchUrged>(e => e.Dispatch)
        .Reacts<DispatchSignedFor, WhenDispatchSignedFor>(e => e.Dispatch)
        .Reacts<OutgoingDocumentInvalidated, WhenDocumentInvalidated>(e => e.OutgoingDocument)
        .Reacts<MatterProgressed, WhenStepDone>(e => e.Progress.Matter)
        .Makes(new ReadModel("daily-registrations").From<WhenIncomingDocumentRegistered>().Into<DailyRegistration>())
        .Makes(new ReadModel("document-figures").From<WhenDocumentRegistered>().From<WhenDocumentDispatched>().Into<DocumentFigure>())
        .Makes(new ReadModel("step-figures").From<WhenStepDone>().Into<StepFigure>().Into<StepDuration>())
        .Makes(new ReadModel("inbox").From<WhenMatterProgressed>().From<WhenDispatchUrged>().From<WhenDispatchSignedFor>().From<WhenDocumentInvalidated>().Into<InboxMatter>().Into<InboxEntry>().Into<InboxCount>())
        .With(builder => builder.Services
            .AddSingleton<DirectoryPublisher>().AddHostedService(s => s.GetRequiredService<DirectoryPublisher>())
            .AddSingleton(WorkingCalendar.Of(OptionsReader.Read<CoordinationOptions>(builder.Configuration, CoordinationOptions.Section).Holidays))
            .AddScoped<DocumentCounter>()
            .AddScoped<InboxProjection>()
            .AddSingleton<InboxLatency>()
            .AddSingleton<RedisConnection>().AddSingleton<InboxChannel>()
            .AddSingleton<InboxLive>().AddHostedService(s => s.GetRequiredService<InboxLive>()));
}
