using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Storage;

public sealed class OldAnswersTests(PlatformSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Answers_are_forgotten_after_a_month_and_not_before(StoreKind store)
    {
        var suite = await suites.On(store);
        var units = new UnitService.UnitServiceClient(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
        var (old, young) = (New(), New());
        await units.CreateUnitAsync(old);
        await units.CreateUnitAsync(young);
        await AgeAsync(suite, old, days: 31);
        await AgeAsync(suite, young, days: 29);

        await suite.Services("coordination").GetServices<IHostedService>().OfType<OldAnswers>().Single().ForgetAsync(TestContext.Current.CancellationToken);

        (await units.CreateUnitAsync(young)).Unit.DisplayName.ShouldBe("考核科");
        // No longer known as a repeat, it is decided like any other call.
        await Refused.ForAsync("NAME_TAKEN", units.CreateUnitAsync(old));
    }

    private static CreateUnitRequest New() => new() { UnitId = $"u{Guid.NewGuid():N}", Unit = new Unit { DisplayName = "考核科" }, RequestId = Guid.NewGuid().ToString() };

    private static async Task AgeAsync(Suite suite, CreateUnitRequest request, int days)
    {
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        var id = Guid.Parse(request.RequestId);
        var time = TimeProvider.System.GetUtcNow().AddDays(-days);
        (await scope.ServiceProvider.GetRequiredService<ServiceDb>().KeptAnswers.Where(k => k.RequestId == id)
            .ExecuteUpdateAsync(k => k.SetProperty(x => x.Time, time))).ShouldBe(1);
    }
}
