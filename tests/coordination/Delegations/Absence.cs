using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Coordination.Tests.Delegations;

/// <summary>A section chief who will be away, and the colleague who takes over; every test has its own.</summary>
internal sealed record Absence(Organisation Office, Person Chief, Person Deputy)
{
    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public string Post => Chief.Posts[0];

    public string DeputyPost => Deputy.Posts[0];

    public DelegationService.DelegationServiceClient AsChief => Office.DelegationsAs(Chief);

    public DelegationService.DelegationServiceClient AsDeputy => Office.DelegationsAs(Deputy);

    public static async Task<Absence> OfAsync(Organisation office) =>
        new(office, await office.HolderAsync((await office.PostAsync()).Name), await office.HolderAsync((await office.PostAsync()).Name));

    /// <summary>The chief's post delegated from so many hours after now to so many.</summary>
    public CreateDelegationRequest Request(double from, double to) => new()
    {
        Delegation = new Delegation { Post = Post, DeputyPost = DeputyPost, StartTime = At(from), EndTime = At(to), Reason = "出差" },
    };

    public async Task<Delegation> DelegateAsync(double from, double to) => (await AsChief.CreateDelegationAsync(Request(from, to))).Delegation;

    public static Timestamp At(double hours) => Timestamp.FromDateTimeOffset(Now.AddHours(hours));

    /// <summary>The office director, who holds no post that is delegated here.</summary>
    public async Task<DelegationService.DelegationServiceClient> OfficeDirectorAsync() =>
        Office.DelegationsAs(await Office.HolderAsync((await Office.PostAsync()).Name), Role.OfficeDirector);
}
