using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Document.Tests.IssuingYears;

/// <summary>A register of numbers of two years, written as registrations write it.</summary>
internal static class Issued
{
    public static async Task FillAsync(Suite suite, int year, int count, string code = "民发", bool voided = false)
    {
        await using var scope = suite.Services("document").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For("test", "fill the register"), CancellationToken.None);
        for (var i = 0; i < count; i++)
        {
            var number = new Backoffice.Regulations.Numbering.DocumentNumber(code, year, 0);
            number = number with { Sequence = await turn.NextNumberAsync(number.Row) };
            var given = new GivenNumber { Code = code, Year = year, Sequence = number.Sequence, Number = number.ToString(), DocumentId = Guid.NewGuid(), CreateTime = DateTimeOffset.UnixEpoch };
            if (voided)
                given.Void("作废", DateTimeOffset.UnixEpoch);
            db.DocumentNumbers.Add(given);
        }
        await turn.CommitAsync();
    }

    public static IssuingYearService.IssuingYearServiceClient YearsAs(this Suite suite, string person) => new(suite.As("document", person));
}
