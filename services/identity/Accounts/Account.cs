using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Identity.Accounts;

/// <summary>An account: who may sign in and with which roles. What changes with every sign-in is in its <see cref="Credential"/>.</summary>
internal sealed class Account : Versioned
{
    private const string Collection = "accounts/";

    /// <summary>`accounts/{login name}`.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public bool Disabled { get; private set; }

    /// <summary>Made in a demonstration, and good in a demonstration only.</summary>
    public bool Demo { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required Credential Credential { get; init; }

    /// <summary>What a person types and `sub` says.</summary>
    public string Login => LoginOf(Name);

    public static string NameOf(string login) => Collection + login;

    public static string LoginOf(string name) => name[Collection.Length..];

    /// <summary>An account as it begins: with a password to be changed, and without roles.</summary>
    public static Account Create(string login, string displayName, string passwordHash, bool demo, DateTimeOffset at) => new()
    {
        Name = NameOf(login),
        DisplayName = displayName,
        Demo = demo,
        CreateTime = at,
        Credential = new Credential { Account = NameOf(login), PasswordHash = passwordHash, ChangeRequired = true },
    };

    /// <summary>Grants exactly these roles, and returns those taken away.</summary>
    public IReadOnlyList<Role> Grant(IReadOnlyCollection<Role> roles)
    {
        Administrators.ExpectCompatible(roles);
        var lost = Roles.Except(roles).ToArray();
        Roles = [.. roles.Order()];
        Touch();
        return lost;
    }

    /// <summary>Closes the account to sign-in, or opens it again.</summary>
    public void Disable(bool disabled)
    {
        Disabled = disabled;
        Touch();
    }

    /// <summary>True when whoever proves to be the account's holder is let in.</summary>
    public bool IsOpen(bool demonstration) => !Disabled && (demonstration || !Demo);

    public V1.Account ToProto(DateTimeOffset now) => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        Roles = { Roles },
        Disabled = Disabled,
        LockEndTime = Credential.IsLocked(now) ? Timestamp.FromDateTimeOffset(Credential.LockEndTime!.Value) : null,
        PasswordChangeRequired = Credential.ChangeRequired,
        TotpEnrolled = Credential.TotpSecret is not null,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        LastSignInTime = Credential.LastSignInTime is { } last ? Timestamp.FromDateTimeOffset(last) : null,
    };
}
