using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Backoffice.Platform.Callers;

namespace Backoffice.Identity;

/// <summary>What the identity service is told by its environment, as `Identity__NAME`.</summary>
/// <remarks>
/// The suite may use the site's own issuer instead and run without this service. The other services and the gateway then need:
/// `Backoffice__Issuer` (its `iss`), `Backoffice__JwksUrl` (its keys), `Backoffice__Audience`, `Backoffice__TokenType`
/// (`JWT` where it does not say `at+jwt`), `Backoffice__AccountClaim` and `Backoffice__RoleClaim` (where it puts login name and
/// roles; the roles' values are those of `RoleNames`). Accounts, passwords and revocation are then the site's.
/// </remarks>
public sealed class IdentityOptions : IValidatableObject
{
    public const string Section = "Identity";

    private const int ShortestSecret = 24;

    /// <summary>Life of an access token. Services remember revocations for twelve hours, so it cannot be longer.</summary>
    [Range(1, 720)]
    public int AccessTokenMinutes { get; set; } = 30;

    /// <summary>After this long a person signs in again, however active.</summary>
    [Range(1, 168)]
    public int SessionHours { get; set; } = 12;

    /// <summary>How long a used refresh token is taken once more, for calls that met; after that its use ends the session as stolen.</summary>
    [Range(0, 300)]
    public int RefreshReuseSeconds { get; set; } = 30;

    /// <summary>So many wrong passwords or codes in a row lock an account.</summary>
    [Range(1, 20)]
    public int LockAfter { get; set; } = 5;

    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Iterations of PBKDF2-SHA512; when it grows, hashes follow at the next sign-in.</summary>
    [Range(210_000, 100_000_000)]
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>How long a key signs tokens before the next one does.</summary>
    [Range(1, 3650)]
    public int SigningKeyDays { get; set; } = 30;

    /// <summary>PEM file of the certificate that locks stored keys; empty makes one beside the records. Replicas share it.</summary>
    public string KeyCertificateFile { get; set; } = "";

    /// <summary>PEM file of that certificate's private key.</summary>
    public string KeyCertificateKeyFile { get; set; } = "";

    /// <summary>Secret of the client `backoffice-web`, the gateway's browser sessions; empty registers no such client.</summary>
    public string WebClientSecret { get; set; } = "";

    /// <summary>Clients of machines, e.g. `Identity__Clients__0__Id`.</summary>
    public IList<MachineClient> Clients { get; init; } = [];

    /// <summary>A demonstration: its accounts exist and tokens are given without a password. Never for real work.</summary>
    public bool Demo { get; set; }

    /// <summary>What the demonstration's commands present to get a token.</summary>
    public string DemoSecret { get; set; } = "";

    /// <summary>The password of all accounts of the demonstration; empty lets nobody sign in with one.</summary>
    public string DemoPassword { get; set; } = "";

    /// <summary>Accounts of the demonstration, e.g. `Identity__DemoAccounts__0__Login`.</summary>
    public IList<DemoAccount> DemoAccounts { get; init; } = [];

    internal TimeSpan AccessTokenLife => TimeSpan.FromMinutes(AccessTokenMinutes);

    internal TimeSpan SessionLife => TimeSpan.FromHours(SessionHours);

    internal TimeSpan LockLife => TimeSpan.FromMinutes(LockMinutes);

    /// <summary>The longest that anything signed can be valid.</summary>
    internal TimeSpan LongestToken => SessionLife > AccessTokenLife ? SessionLife : AccessTokenLife;

    /// <summary>True for every id under which a client can be registered.</summary>
    internal bool IsClient(string id) => id is IdentityModule.WebClient or IdentityModule.CommandClient || Clients.Any(c => c.Id == id);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyCertificateFile.Length > 0 != KeyCertificateKeyFile.Length > 0)
            yield return new("needs the certificate and its private key, or neither.", [nameof(KeyCertificateKeyFile)]);
        if (WebClientSecret.Length is > 0 and < ShortestSecret)
            yield return new($"is shorter than {ShortestSecret} characters.", [nameof(WebClientSecret)]);
        if (Demo && DemoSecret.Length < ShortestSecret)
            yield return new($"is shorter than {ShortestSecret} characters.", [nameof(DemoSecret)]);
        foreach (var problem in Clients.SelectMany((c, i) => c.Problems($"{nameof(Clients)}__{i}__")).Concat(DemoAccounts.SelectMany((a, i) => a.Problems($"{nameof(DemoAccounts)}__{i}__"))))
            yield return problem;
        if (Clients.Select(c => c.Id).Concat(DemoAccounts.Select(a => a.Login)).GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            yield return new($"and the demonstration's accounts name {twice.Key} twice; `sub` must tell callers apart.", [nameof(Clients)]);
    }

    internal static IEnumerable<ValidationResult> ProblemsOf(IEnumerable<string> roles, string prefix) => roles
        .Select((role, i) => (role, i)).Where(r => !RoleNames.TryParse(r.role, out _))
        .Select(r => new ValidationResult($"is no role: {r.role}.", [$"{prefix}Roles__{r.i}"]));

    /// <summary>A machine that calls the suite in its own name, by client credentials.</summary>
    public sealed class MachineClient
    {
        public string Id { get; set; } = "";

        public string Secret { get; set; } = "";

        /// <summary>Names as in tokens, e.g. `clerk`.</summary>
        public IList<string> Roles { get; init; } = [];

        internal IEnumerable<ValidationResult> Problems(string prefix)
        {
            if (!LoginName.IsValid(Id) || Id is IdentityModule.WebClient or IdentityModule.CommandClient)
                yield return new("is not a free client id of small letters, digits and . _ -", [prefix + nameof(Id)]);
            if (Secret.Length < ShortestSecret)
                yield return new($"is shorter than {ShortestSecret} characters.", [prefix + nameof(Secret)]);
            foreach (var problem in ProblemsOf(Roles, prefix))
                yield return problem;
        }
    }

    /// <summary>An account of the demonstration.</summary>
    public sealed class DemoAccount
    {
        public string Login { get; set; } = "";

        public string DisplayName { get; set; } = "";

        /// <summary>Names as in tokens, e.g. `clerk`.</summary>
        public IList<string> Roles { get; init; } = [];

        internal IEnumerable<ValidationResult> Problems(string prefix)
        {
            if (!LoginName.IsValid(Login))
                yield return new("is not a login name of small letters, digits and . _ -", [prefix + nameof(Login)]);
            if (DisplayName.Length is 0 or > 50)
                yield return new("has not 1 to 50 characters.", [prefix + nameof(DisplayName)]);
            foreach (var problem in ProblemsOf(Roles, prefix))
                yield return problem;
        }
    }
}

/// <summary>The form of login names and client ids, as the contract has it.</summary>
internal static partial class LoginName
{
    public static bool IsValid(string name) => Form().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,63}\z")]
    private static partial Regex Form();
}
