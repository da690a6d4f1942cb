using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Documents;

namespace Backoffice.Document.Rules;

/// <summary>机关负责人: in which rank the caller signs for the organ (条例 第22条).</summary>
internal sealed class Heads(Caller caller, DirectoryCache directory)
{
    /// <summary>As what the caller signs in a post: its holder, or for the principal head with an appointment as acting head.</summary>
    public (SignerRank Rank, string Appointment) RankAt(string post)
    {
        var principal = directory.Current.PostsWith(PostFunction.Director).Contains(post);
        if (caller.StandsInFor.FirstOrDefault(s => s.Post == post && !caller.Posts.Contains(post)) is { } standIn && principal)
            return standIn.Appointment.Length > 0 ? (SignerRank.ActingHead, standIn.Appointment) : (SignerRank.DeputyHead, "");
        if (principal)
            return (SignerRank.PrincipalHead, "");
        return (directory.Current.PostsWith(PostFunction.DeputyDirector).Contains(post) ? SignerRank.DeputyHead : SignerRank.None, "");
    }
}
