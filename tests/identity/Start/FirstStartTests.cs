using System.Collections.Concurrent;
using Backoffice.Identity.Start;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Start;

public sealed class FirstStartTests
{
    [Theory, EveryDatabase]
    public async Task Three_administrators_are_made_and_their_passwords_shown_once_and_kept_nowhere(StoreKind store)
    {
        await using var office = await DoorOffice.PrepareAsync(store);
        using var log = new WholeLog();
        await office.AddAsync("identity", builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        office.Shown.Select(p => p.Login).ShouldBe(["sysadmin", "secadmin", "auditor"]);
        await office.Suite.StopAsync("identity");
        await office.AddAsync("identity");
        office.Shown.Count.ShouldBe(3);

        log.Lines.ShouldNotBeEmpty();
        foreach (var first in office.Shown)
        {
            (await office.Suite.FindInStoreAsync(first.Password)).ShouldBeEmpty();
            log.Lines.ShouldNotContain(l => l.Contains(first.Password, StringComparison.Ordinal));
        }
        var accounts = (await (await office.AsSysadminAsync()).ListAccountsAsync(new ListAccountsRequest())).Accounts;
        accounts.Select(a => (a.Name, a.Roles.Single())).ShouldBe(
            [("accounts/auditor", Role.SecurityAuditor), ("accounts/secadmin", Role.SecurityAdministrator), ("accounts/sysadmin", Role.SystemAdministrator)]);
        accounts.Where(a => a.Name != "accounts/sysadmin").ShouldAllBe(a => a.PasswordChangeRequired);
    }

    [Theory, EveryDatabase]
    public async Task Two_replicas_that_start_together_make_and_show_them_once(StoreKind store)
    {
        await using var office = await DoorOffice.PrepareAsync(store);
        await Task.WhenAll(office.AddAsync("identity"), office.AddAsync("identity-2"));
        office.Shown.Count.ShouldBe(3);
        (await office.TokenOfAsync("sysadmin")).ShouldNotBeEmpty();
        (await office.MachineTokenAsync("identity-2")).Read().Kid.ShouldBe((await office.MachineTokenAsync()).Read().Kid);
    }

    [Fact]
    public void The_console_shows_them_in_both_languages()
    {
        using var console = new StringWriter();
        ConsolePasswords.Write(console, [new FirstPassword("sysadmin", "系统管理员", "abcd-efgh")]);
        var text = console.ToString();
        text.ShouldContain("临时密码只显示这一次");
        text.ShouldContain("shown this once");
        text.ShouldContain("sysadmin   abcd-efgh   系统管理员");
    }

    private sealed class WholeLog : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
