using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Identity.Sessions;

/// <summary>One browser in which an account is signed in. While its row stands its cookie and its refresh tokens are good; ending it removes the row.</summary>
internal sealed class Session
{
    /// <summary>What browsers say of themselves beyond this tells nobody anything.</summary>
    private const int LongestUserAgent = 300;

    /// <summary>Rises with the time of the sign-in; tokens say it as `sid`. It opens nothing: the cookies that do are encrypted.</summary>
    public required string Id { get; init; }

    /// <summary>`accounts/{login name}`.</summary>
    public required string Account { get; init; }

    public required string UserAgent { get; init; }

    public required string Address { get; init; }

    public required DateTimeOffset SignInTime { get; init; }

    public DateTimeOffset LastUseTime { get; private set; }

    public static Session Begin(string account, Visitor visitor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString("N"),
        Account = account,
        UserAgent = visitor.UserAgent.Length > LongestUserAgent ? visitor.UserAgent[..LongestUserAgent] : visitor.UserAgent,
        Address = visitor.Address,
        SignInTime = now,
        LastUseTime = now,
    };

    public static string NameOf(string account, string id) => $"{account}/sessions/{id}";

    public V1.Session ToProto(string current) => new()
    {
        Name = NameOf(Account, Id),
        UserAgent = UserAgent,
        Address = Address,
        SignInTime = Timestamp.FromDateTimeOffset(SignInTime),
        LastUseTime = Timestamp.FromDateTimeOffset(LastUseTime),
        Current = Id == current,
    };
}
