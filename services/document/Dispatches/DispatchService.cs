using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Calendar;

namespace Backoffice.Document.Dispatches;

/// <summary>The rpcs of dispatches; one file each.</summary>
internal sealed partial class DispatchService(DocumentDb db, Caller caller, OfficeClock clock, WorkingCalendar calendar, DocumentOptions options, DirectoryCache directory)
    : V1.DispatchService.DispatchServiceBase;
