using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Regulations.Documents;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.Departures;

internal sealed partial class DepartureService
{
    public override async Task<CheckDepartureResponse> CheckDeparture(CheckDepartureRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        if (!directory.Current.Knows(request.Name))
            throw DocumentErrors.UnknownPerson(request.Name);
        var held = await HeldByAsync(request.Name, stop);
        var rest = page.After is { } after ? held.Where(h => h.Place.CompareTo((after.Number(), after.Text(1), (int)after.Number(2), (int)after.Number(3))) > 0).ToList() : held;
        var shown = rest.Take(page.Size).ToList();
        var titles = await db.TitlesAsync(shown.Select(h => h.Subject).Distinct(), caller, stop);
        return new CheckDepartureResponse
        {
            Holdings =
            {
                shown.Select(h => new Holding
                {
                    Kind = h.Kind,
                    Subject = h.Subject,
                    Title = titles.GetValueOrDefault(h.Subject, ""),
                    Matter = h.Matter is { } matter ? $"matters/{matter}" : "",
                    Post = h.Post,
                    AssignTime = Timestamp.FromDateTimeOffset(h.Since),
                }),
            },
            NextPageToken = page.Next(rest, h => PageKey.Of(h.Place.Since, h.Place.Subject, h.Place.Kind, h.Place.Number)),
            HeldCount = held.Count,
            Findings = { DepartureRules.Check(directory.Current.DisplayNameOf(request.Name), held.Count, await SecretsAsync(held, stop), clock.Today).Select(f => f.ToCitation()) },
        };
    }
}
