using Backoffice.Document.Attachments;
using Backoffice.Document.Departures;
using Backoffice.Document.Dispatches;
using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.Filing;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.IssuingYears;
using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Procedures;
using Backoffice.Document.Rules;
using Backoffice.Platform.Hosting;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Calendar;

namespace Backoffice.Document;

/// <summary>The document service (办文): official documents received and issued, registered, handled, read and found.</summary>
public static class DocumentModule
{
    public static ServiceModule Module { get; } = new ServiceModule("document")
        .Stores<DocumentDb, SqliteDocumentDb, PostgresDocumentDb>()
        .Serves<IncomingDocumentService>()
        .Serves<IncomingHandlingService>()
        .Serves<AttachmentService>()
        .Serves<OutgoingDocumentService>()
        .Serves<OutgoingHandlingService>()
        .Serves<DispatchService>()
        .Serves<DocumentNumberService>()
        .Serves<IssuingYearService>()
        .Serves<FilingService>()
        .Serves<MatterService>()
        .Serves<ProcedureService>()
        .Serves<DepartureService>()
        .With(builder =>
        {
            var options = OptionsReader.Read<DocumentOptions>(builder.Configuration, DocumentOptions.Section);
            builder.Services.AddSingleton(DocumentProcedures.Load(options.Procedures)).AddSingleton(Calendar(options.Holidays));
            builder.Services.AddSingleton(options).AddSingleton<Deadlines>().AddSingleton<OwnBureau>().AddHostedService<StaffingCheck>().AddScoped<MatterDesk>().AddScoped<OutgoingCheck>();
            builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<StateSecretGate>());
        });

    private static WorkingCalendar Calendar(string folder) => folder.Length == 0
        ? WorkingCalendar.National
        : WorkingCalendar.National.With([.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => HolidayNotice.Parse(File.ReadAllText(f)))]);
}
