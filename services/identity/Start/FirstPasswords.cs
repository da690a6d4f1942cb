namespace Backoffice.Identity.Start;

/// <summary>An account made by the first start, with the temporary password nobody will see again.</summary>
public sealed record FirstPassword(string Login, string DisplayName, string Password);

/// <summary>
/// Shows the administrators' first passwords to whoever installs the suite; called once in the life of a store, and never
/// logged. A host that shows them in its own way registers another. It must be quick: the store waits, because what was not
/// shown may not be kept.
/// </summary>
public delegate void ShowFirstPasswords(IReadOnlyList<FirstPassword> passwords);

/// <summary>The way of a service that runs alone: on the console.</summary>
internal static class ConsolePasswords
{
    public static void Show(IReadOnlyList<FirstPassword> passwords) => Write(Console.Out, passwords);

    public static void Write(TextWriter console, IReadOnlyList<FirstPassword> passwords)
    {
        console.WriteLine();
        console.WriteLine("首次启动：已创建三个管理员账号。临时密码只显示这一次，首次登录时必须修改。");
        console.WriteLine("First start: three administrators were created. Their temporary passwords are shown this once and must be changed at the first sign-in.");
        foreach (var first in passwords)
            console.WriteLine($"  {first.Login,-10} {first.Password}   {first.DisplayName}");
        console.WriteLine();
    }
}
