using Backoffice.Options.V1;

namespace Backoffice.Identity.Accounts;

/// <summary>What the roles are called in the office.</summary>
internal static class RoleTitles
{
    public static string ChineseOf(Role role) => role switch
    {
        Role.Clerk => "文书",
        Role.Staff => "科员",
        Role.SectionChief => "科长",
        Role.OfficeDirector => "办公室主任",
        Role.DeputyDirector => "分管副局长",
        Role.Director => "局长",
        Role.Archivist => "档案员",
        Role.SystemAdministrator => "系统管理员",
        Role.SecurityAdministrator => "安全保密管理员",
        Role.SecurityAuditor => "安全审计员",
        Role.Counterpart => "对方单位经办人",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "The role has no title yet."),
    };
}
