using System.Globalization;
using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Testing;

namespace Backoffice.Document.Tests.Classification;

/// <summary>Secrets whose period ends while a test looks on: 秘密★10年 of 15 March 2016.</summary>
internal static class Declassifying
{
    public static ClassificationService.ClassificationServiceClient ReviewsAs(this Suite house, string person) => new(house.As("document", person));

    /// <summary>A time of the office.</summary>
    public static ShiftedClock At(string local) => ShiftedClock.At(Time(local));

    public static void Set(ShiftedClock clock, string local) => clock.Shift = Time(local) - TimeProvider.System.GetUtcNow();

    public static Task<string> ReceivedAsync(Suite house) => MarkedDocuments.ReceivedAsync(house, SecrecyLevel.Secret, new(2016, 3, 15), 10);

    private static DateTimeOffset Time(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
