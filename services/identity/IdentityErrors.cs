using Backoffice.Identity.Accounts;
using Backoffice.Identity.Passwords;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Errors;

namespace Backoffice.Identity;

/// <summary>Why the identity service refuses; see identity/v1/errors.proto.</summary>
internal static class IdentityErrors
{
    public static Refusal AccountNotFound(string name) => Refusal.Of(ErrorReason.AccountNotFound, ("name", name));

    public static Refusal AccountTaken(string name) => Refusal.Of(ErrorReason.AccountTaken, ("name", name));

    public static Refusal RolesExclude(Role role, Role other) => Refusal.Of(
        ErrorReason.RolesExclude,
        ("role", RoleNames.NameOf(role)), ("role_zh", RoleTitles.ChineseOf(role)),
        ("other", RoleNames.NameOf(other)), ("other_zh", RoleTitles.ChineseOf(other)));

    public static Refusal OwnAccount() => Refusal.Of(ErrorReason.OwnAccount);

    public static Refusal WrongPassword() => Refusal.Of(ErrorReason.WrongPassword);

    public static Refusal WeakPassword(IReadOnlyList<PasswordRule> broken) => Refusal.Of(
        ErrorReason.WeakPassword,
        ("rules", string.Join(',', broken.Select(r => r.Id))),
        ("en", string.Join("; ", broken.Select(r => r.English))),
        ("zh", string.Join('；', broken.Select(r => r.Chinese))));

    public static Refusal WrongCode() => Refusal.Of(ErrorReason.WrongCode);

    public static Refusal NoEnrolment() => Refusal.Of(ErrorReason.NoEnrolment);

    public static Refusal LastAdministrator(string name, Role role) => Refusal.Of(
        ErrorReason.LastAdministrator, ("name", name), ("role", RoleNames.NameOf(role)), ("role_zh", RoleTitles.ChineseOf(role)));

    public static Refusal AccountDisabled(string name) => Refusal.Of(ErrorReason.AccountDisabled, ("name", name));

    public static Refusal SessionNotFound(string name) => Refusal.Of(ErrorReason.SessionNotFound, ("name", name));

    public static Refusal AccountLocked(string name) => Refusal.Of(ErrorReason.AccountLocked, ("name", name));
}
