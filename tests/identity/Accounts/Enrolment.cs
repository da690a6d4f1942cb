using System.Web;
using Backoffice.Identity.SecondFactor;
using Backoffice.Identity.V1;

namespace Backoffice.Identity.Tests.Accounts;

/// <summary>A person's authenticator app.</summary>
internal sealed class Enrolment(string uri)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public string SecretText { get; } = HttpUtility.ParseQueryString(new Uri(uri).Query)["secret"]!;

    /// <summary>The code the app shows, by default now.</summary>
    public string Code(DateTimeOffset? at = null) => Totp.CodeOf(Decode(SecretText), at ?? TimeProvider.System.GetUtcNow());

    /// <summary>A code that is taken though the present one is used up: of the next step.</summary>
    public string NextCode(DateTimeOffset? at = null) => Code((at ?? TimeProvider.System.GetUtcNow()).AddSeconds(30));

    /// <summary>Enrols a person with the good password.</summary>
    public static async Task<Enrolment> EnrolAsync(DoorOffice office, string person)
    {
        var me = office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access);
        var started = await me.StartTotpEnrolmentAsync(new StartTotpEnrolmentRequest { Password = DoorOffice.GoodPassword });
        var app = new Enrolment(started.OtpauthUri);
        await me.ConfirmTotpEnrolmentAsync(new ConfirmTotpEnrolmentRequest { Code = app.Code() });
        return app;
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
