using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Supply;

/// <summary>No file of the repository holds a key, a token or a password that opens anything.</summary>
public sealed partial class SecretTests
{
    private const int LargestText = 2 * 1024 * 1024;

    [Fact]
    public async Task No_file_holds_a_secret()
    {
        Assert.SkipUnless(Directory.Exists(RepositoryFiles.Path(".git")) && SystemCommand.Find("git") is not null, "this is no checkout, or git is not on PATH");
        // Whoever runs the tests need not own the checkout.
        var listed = await SystemCommand.RunAsync("git", "-c", "safe.directory=*", "-C", RepositoryFiles.Root, "ls-files", "-z");
        listed.ExitCode.ShouldBe(0, listed.All);
        var files = listed.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        files.Length.ShouldBeGreaterThan(1000);
        files.Where(f => new FileInfo(RepositoryFiles.Path(f)) is { Exists: true, Length: < LargestText })
            .SelectMany(f => Found(File.ReadAllText(RepositoryFiles.Path(f))).Select(s => $"{f}: {s}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-----BEGIN RSA", " PRIVATE KEY-----\nMIIEowIBAAKCAQEA7v")]
    [InlineData("AKIA", "QWERTYUIOPASDFGH")]
    [InlineData("ghp_", "0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9", ".eyJzdWIiOiJjbGVyayIsInJvbGUiOiJjbGVyayJ9.c2lnbmF0dXJlLW9mLXNvbWVib2R5")]
    [InlineData("Host=db.gov.cn;Username=backoffice;Pass", "word=correct-horse-battery")]
    [InlineData("redis: cache.gov.cn:6379,pass", "word=correct-horse-battery")]
    [InlineData("client", "_secret: \"4f1d9a7c55e14b0e9a6c\"")]
    public void A_planted_secret_is_found(string begin, string end) => Found(begin + end).ShouldNotBeEmpty();

    [Theory]
    [InlineData("password: ${BACKOFFICE_POSTGRES_PASSWORD:?}")]
    [InlineData("Password={password}")]
    [InlineData("Host=127.0.0.1;Database=backoffice;Username=backoffice;Password=…")]
    [InlineData("client_secret: \"\"")]
    public void A_place_for_one_is_not(string text) => Found(text).ShouldBeEmpty();

    private static IEnumerable<string> Found(string text) => Secret().Matches(text).Select(m => m.Value.Length > 80 ? m.Value[..80] : m.Value);

    [GeneratedRegex("""
        -----BEGIN\ [A-Z ]*PRIVATE\ KEY-----\s*[A-Za-z0-9+/]{16}
        | \bAKIA[0-9A-Z]{16}\b
        | \b(ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}\b
        | \bxox[abprs]-[A-Za-z0-9-]{20,}
        | \beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}
        | (?i:;|,)\s*(?i:password|pwd)=(?![{$%<"'…])[^\s;,"'`{}$<>…)]{6,}
        | (?i:client_secret|api_?key|access_?key|secret_?key|app_?token)["']?\s*[:=]\s*["'][A-Za-z0-9+/_-]{16,}["']
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Secret();
}
