using Backoffice.Document.V1;
using Backoffice.Testing;

namespace Backoffice.Document.Tests.WorkingCopies;

/// <summary>One person typing at one text, in windows of their own.</summary>
internal sealed class Typed(Suite suite, string parent, string person)
{
    public WorkingCopyService.WorkingCopyServiceClient Copies { get; } = new(suite.As("document", person));

    public async Task<WorkingCopy> SaveAsync(Guid editor, long sequence, string body = "", string title = "", string opinion = "", string etag = "", string recipients = "") =>
        (await Copies.SaveWorkingCopyAsync(new SaveWorkingCopyRequest
        {
            Parent = parent,
            WorkingCopy = new WorkingCopy { Editor = editor.ToString(), Sequence = sequence, Body = body, Title = title, Opinion = opinion, BaseEtag = etag, MainRecipients = recipients },
        })).WorkingCopy;

    public async Task<IReadOnlyList<WorkingCopy>> ListAsync() => (await Copies.ListWorkingCopiesAsync(new ListWorkingCopiesRequest { Parent = parent })).WorkingCopies;
}
