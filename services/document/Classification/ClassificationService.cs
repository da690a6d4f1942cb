using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;

namespace Backoffice.Document.Classification;

/// <summary>The rpcs of state secrets after their classification; one file each.</summary>
internal sealed partial class ClassificationService(
    DocumentDb db, SecrecyDesk secrecy, ClassificationOfficers officers, ScopeNotice notice, Caller caller, OfficeClock clock) : V1.ClassificationService.ClassificationServiceBase;
