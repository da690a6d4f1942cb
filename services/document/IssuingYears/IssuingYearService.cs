using System.Globalization;
using Backoffice.Document.Rules;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.IssuingYears;

/// <summary>The rpcs of the yearly statistic of documents issued; one file each.</summary>
internal sealed partial class IssuingYearService(DocumentDb db, OwnBureau bureau, Caller caller, OfficeClock clock) : V1.IssuingYearService.IssuingYearServiceBase
{
    private static int YearIn(string name) => int.Parse(name.Split('/')[1], CultureInfo.InvariantCulture);
}
