using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using ReviewOutcome = Backoffice.Document.V1.ReviewOutcome;
using SecrecyMark = Backoffice.Document.Secrecy.SecrecyMark;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Document.Classification;

/// <summary>Puts a change of a state secret on its document, and tells those of the scope (保密法 第23条).</summary>
internal sealed class ScopeNotice(DocumentDb db, MatterDesk desk, DirectoryCache directory, OfficeClock clock)
{
    /// <param name="knew">The scope before the change.</param>
    public async Task GiveAsync(Turn turn, IMarked document, SecrecyMark mark, IReadOnlyList<string> knew, ReviewOutcome outcome, CancellationToken stop)
    {
        document.TakeMark(mark.IsDeclassified ? Regulations.Secrecy.SecrecyLevel.None : mark.Level, mark.Printed, mark.Scope);
        await document.PutInIndexAsync(db, stop);
        turn.Publish(new ClassificationChanged
        {
            Document = document.Name,
            Outcome = outcome,
            Level = mark.IsDeclassified ? V1.SecrecyLevel.Unspecified : (V1.SecrecyLevel)(int)mark.Level,
            Principals = { knew },
            Time = Timestamp.FromDateTimeOffset(clock.Now),
        });
        // What is closed has no inbox any more: its readers see the change at the document.
        if (await desk.RunningOfAsync(document, document.Name, stop) is not { } on)
            return;
        List<string> told = [.. knew.Where(p => !p.StartsWith("units/", StringComparison.Ordinal) && directory.Current.IsActedFor(p, clock.Now))];
        var said = mark.IsDeclassified ? $"{mark.Level.ToChinese()}，已解密。" : $"保密期限变更：{mark.Printed}。";
        var (done, lines) = on.Matter.Circulate(desk.DeedOn(document, said), TaskKind.Copy, told, await desk.ServedAsync(on, TaskKind.Copy, told, stop), keepsLedger: true);
        await desk.RecordAsync(turn, on, done, stop, served: lines);
    }
}
