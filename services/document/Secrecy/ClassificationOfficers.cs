using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;

namespace Backoffice.Document.Secrecy;

/// <summary>定密责任人: the posts that the site names, else that of the principal head (保密法 第16条).</summary>
internal sealed class ClassificationOfficers(DocumentOptions options, DirectoryCache directory)
{
    private IReadOnlyList<string> Posts => options.ClassificationOfficers.Length > 0
        ? options.ClassificationOfficers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : directory.Current.PostsWith(PostFunction.Director);

    public bool Include(Caller caller) => caller.Posts.Any(Posts.Contains);

    /// <exception cref="Platform.Errors.Refusal">NOT_THE_CLASSIFICATION_OFFICER</exception>
    public void Expect(Caller caller)
    {
        if (!Include(caller))
            throw DocumentErrors.NotTheClassificationOfficer(Posts.Select(directory.Current.DisplayNameOf));
    }
}
