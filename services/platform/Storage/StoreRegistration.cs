using Backoffice.Platform.Hosting;
using Backoffice.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Backoffice.Platform.Storage;

/// <summary>Puts a service's store into its container, for the database the options name.</summary>
internal static class StoreRegistration
{
    /// <summary>A list in a query is one parameter: with one for each item, EF would write the SQL anew at every call.</summary>
    private const ParameterTranslationMode OneParameter = ParameterTranslationMode.Parameter;

    public static void Add<TDb, TSqlite, TPostgres>(IServiceCollection services, StoreOptions options)
        where TDb : ServiceDb
        where TSqlite : TDb
        where TPostgres : TDb
    {
        services.AddSingleton(options);
        services.TryAddSingleton<ServiceMetrics>();
        services.AddSingleton<StoreConnections>();
        services.AddSingleton<TurnQueue>();
        if (options.Kind == StoreKind.Sqlite)
        {
            SqliteSettings.CountNoMemory();
            services.AddDbContextPool<TSqlite>((s, o) => Sqlite(o, s)).AddScoped<TDb>(s => Begin(s.GetRequiredService<TSqlite>(), s));
            services.AddHostedService<Checkpointer>();
        }
        else
        {
            services.AddDbContextPool<TPostgres>((s, o) => Postgres(o, s)).AddScoped<TDb>(s => Begin(s.GetRequiredService<TPostgres>(), s));
        }
        services.AddScoped<ServiceDb>(s => s.GetRequiredService<TDb>());
    }

    private static TDb Begin<TDb>(TDb db, IServiceProvider services) where TDb : ServiceDb
    {
        db.Turns = services.GetRequiredService<TurnQueue>();
        // A turn's savepoint is set by its group; a second one by EF would be one more round trip.
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    private static void Sqlite(DbContextOptionsBuilder builder, IServiceProvider services) => builder
        .UseSqlite(services.GetRequiredService<StoreOptions>().ConnectionString, o => o.UseParameterizedCollectionMode(OneParameter))
        .ConfigureWarnings(Quiet)
        .AddInterceptors(new SqliteSettings(), new SqlSpans(services.GetRequiredService<ServiceIdentity>().Name));

    private static void Postgres(DbContextOptionsBuilder builder, IServiceProvider services) => builder
        .UseNpgsql(services.GetRequiredService<StoreConnections>().Postgres!, o => o
            .MigrationsHistoryTable("__EFMigrationsHistory", services.GetRequiredService<StoreOptions>().Schema)
            .UseParameterizedCollectionMode(OneParameter))
        .ConfigureWarnings(Quiet)
        .AddInterceptors(new SqlSpans(services.GetRequiredService<ServiceIdentity>().Name));

    // A failed command or connection surfaces as an exception, which is judged and logged once where the call ends; the driver's text stays out.
    // That the migrations make what the model says is a test's to find: here the comparison would make every start dearer.
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Ignore(RelationalEventId.PendingModelChangesWarning).Log(
        (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.CommandExecuted, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug));
}
