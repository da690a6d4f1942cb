using System.Collections.Concurrent;
using Backoffice.Document.Attachments;
using Backoffice.Document.Classification;
using Backoffice.Document.Cosigning;
using Backoffice.Document.Departures;
using Backoffice.Document.Dispatches;
using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.DraftLocks;
using Backoffice.Document.DraftTemplates;
using Backoffice.Document.Exchange;
using Backoffice.Document.ExchangePartners;
using Backoffice.Document.Filing;
using Backoffice.Document.FrequentOpinions;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.IssuingYears;
using Backoffice.Document.LeakReports;
using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingAttachments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.OutgoingValidity;
using Backoffice.Document.Procedures;
using Backoffice.Document.Proofreading;
using Backoffice.Document.Publications;
using Backoffice.Document.Rules;
using Backoffice.Document.Sealing;
using Backoffice.Document.Seals;
using Backoffice.Document.Search;
using Backoffice.Document.Secrecy;
using Backoffice.Document.Urging;
using Backoffice.Document.WorkingCopies;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Telemetry;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.Reminders;
using Backoffice.Regulations.Calendar;
using Backoffice.Typesetting;
using Backoffice.Typesetting.Docx;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Images;
using Backoffice.Typesetting.Marking;
using Backoffice.Typesetting.Pdf;
using Backoffice.Typesetting.Seals;

namespace Backoffice.Document;

/// <summary>The document service (办文): official documents received and issued, registered, handled, read and found.</summary>
public static class DocumentModule
{
    // Large, and the same for every instance in a process: opened once, and never closed.
    private static readonly ConcurrentDictionary<string, FontShelf> Fonts = new();

    public static ServiceModule Module { get; } = new ServiceModule("document")
        .Stores<DocumentDb, SqliteDocumentDb, PostgresDocumentDb>()
        .Serves<IncomingDocumentService>()
        .Serves<IncomingHandlingService>()
        .Serves<CosigningService>()
        .Serves<AttachmentService>()
        .Serves<OutgoingDocumentService>()
        .Serves<OutgoingHandlingService>()
        .Serves<OutgoingPageService>()
        .Serves<OutgoingImportService>()
        .Serves<OutgoingAttachmentService>()
        .Serves<DraftTemplateService>()
        .Serves<DraftLockService>()
        .Serves<WorkingCopyService>()
        .Serves<FrequentOpinionService>()
        .Serves<ProofreadingService>()
        .Serves<DispatchService>()
        .Serves<ExchangePartnerService>()
        .Serves<ExchangeService>()
        .Serves<SecrecyService>()
        .Serves<ClassificationService>()
        .Serves<LeakReportService>()
        .Serves<PublicationService>()
        .Serves<SealService>()
        .Serves<SealingService>()
        .Serves<OutgoingValidityService>()
        .Serves<DocumentNumberService>()
        .Serves<IssuingYearService>()
        .Serves<FilingService>()
        .Serves<MatterService>()
        .Serves<ProcedureService>()
        .Serves<DepartureService>()
        .With(builder =>
        {
            var options = OptionsReader.Read<DocumentOptions>(builder.Configuration, DocumentOptions.Section);
            builder.Services.AddSingleton(DocumentProcedures.Load(options.Procedures)).AddSingleton(WorkingCalendar.Of(options.Holidays));
            builder.Services.AddSingleton(options).AddSingleton<Deadlines>().AddSingleton<OwnBureau>().AddHostedService<StaffingCheck>().AddScoped<MatterDesk>().AddSingleton<MatterMetrics>().AddScoped<IFigureReader, MatterFigures>().AddScoped<ReceivingDesk>().AddSingleton<ExchangeIdentity>().AddScoped<Heads>().AddScoped<OutgoingCheck>().AddScoped<QuotedDocuments>().AddScoped<DraftDesk>().AddScoped<AnsweredRequest>().AddScoped<CopyDesk>().AddScoped<OpinionDesk>().AddScoped<DuplicateSearch>().AddSingleton(TemplateShelf.Own);
            builder.Services.AddSingleton<SearchIndexUpkeep>().AddHostedService(s => s.GetRequiredService<SearchIndexUpkeep>());
            builder.Services.AddSingleton(DocumentUrging.Load(options.Urging)).AddSingleton<ReminderSchedule>().AddSingleton<UrgingUpkeep>().AddHostedService(s => s.GetRequiredService<UrgingUpkeep>());
            builder.Services.AddSingleton<LikenessUpkeep>().AddHostedService(s => s.GetRequiredService<LikenessUpkeep>());
            builder.Services.AddSingleton(options.Zone).AddSingleton<PdfWatermark>().AddSingleton<ClassificationOfficers>().AddScoped<SecrecyDesk>().AddScoped<ScopeNotice>().AddScoped<ViewerMark>();
            builder.Services.AddSingleton<DeclassificationUpkeep>().AddHostedService(s => s.GetRequiredService<DeclassificationUpkeep>());
            builder.Services.AddScoped<SealDemand>().AddSingleton<PdfSealer>().AddSingleton(SealProviders.Of(options.SealProvider));
            builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<StateSecretGate>());
            builder.Services.AddSingleton(Fonts.GetOrAdd(options.Fonts, FontsOf)).AddSingleton<Typesetter>().AddSingleton<PdfWriter>().AddSingleton<DocxWriter>().AddSingleton<PageImage>();
        });

    // The office's own before those that came with the system.
    private static FontShelf FontsOf(string folder) =>
        new(folder.Length == 0 ? new FontPreferences() : new FontPreferences { Folders = [folder, .. new FontPreferences().Folders] });
}
