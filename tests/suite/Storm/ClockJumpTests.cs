using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>A machine's clock is set forward and back while an office works: order is by number, never by the clock.</summary>
public sealed class ClockJumpTests
{
    private const int Documents = 12;

    [Theory, EveryDatabase]
    public async Task A_clock_that_jumps_forward_and_back_loses_and_doubles_nothing(StoreKind store)
    {
        var clock = new ShiftedClock();
        await using var suite = await Backoffice.Testing.Suite.StartAsync(store, clock, [.. TroubledOffice.Modules]);
        await suite.SeedAsync(TroubledOffice.Services);
        // The clock may be set between the making of a token and its check.
        var office = new TroubledOffice(suite, service => service, alsoPassing: "UNAUTHENTICATED");
        await office.ComeThroughAsync(Documents, work => JumpAsync(clock, office, work), "the clock jumped");
    }

    private static async Task JumpAsync(ShiftedClock clock, TroubledOffice office, Task work)
    {
        var moment = Documents * OfficeUnderFire.CallsEach / 5;
        var shifts = new[] { TimeSpan.FromHours(3), TimeSpan.FromDays(-2), TimeSpan.FromDays(40), TimeSpan.Zero };
        foreach (var (shift, i) in shifts.Select((s, i) => (s, i + 1)))
        {
            await office.UntilAsync(i * moment, work);
            clock.Shift = shift;
        }
    }
}
