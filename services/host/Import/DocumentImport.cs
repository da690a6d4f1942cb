using Backoffice.Document.V1;
using Google.Rpc;
using Grpc.Core;

namespace Backoffice.Host.Import;

/// <summary>
/// Sends a file's documents in batches. A record is known by its source, so a batch that is sent again changes nothing; the
/// mark only saves sending what is done. A batch the service cannot read is sent record by record, so that one bad line
/// costs one line.
/// </summary>
internal sealed class DocumentImport(CallInvoker caller, FileInfo file, ImportMark mark, RefusalReport report)
{
    private const int MostRecords = 100;
    private const int MostBytes = 2_000_000;

    /// <summary>More than any line of a record that the contract takes, and less than the gateway lets through.</summary>
    private const int MostCharacters = 4_000_000;

    /// <summary>With a second more between each, about a minute: a suite that is started again is ready by then.</summary>
    private const int MostTries = 12;

    private readonly IncomingDocumentService.IncomingDocumentServiceClient _documents = new(caller);
    private readonly string _collection = Path.GetFileNameWithoutExtension(file.Name);

    public long Bytes => file.Length;

    public int Imported { get; private set; }

    public int Existed { get; private set; }

    public int Refused => report.Count;

    /// <summary>True when the file was read to its end.</summary>
    public bool Complete { get; private set; }

    public async Task RunAsync(Action<long> progressed, CancellationToken stop)
    {
        var done = mark.Read();
        report.Open(done.ReportBytes);
        var batch = new List<Line>();
        await foreach (var line in Lines.ReadAsync(file.FullName, done.Bytes, stop))
        {
            batch.Add(line);
            if (batch.Count < MostRecords && batch.Sum(l => 3L * l.Text.Length) < MostBytes)
                continue;
            await SendAsync(batch, stop);
            progressed(line.End);
            batch.Clear();
        }
        await SendAsync(batch, stop);
        progressed(file.Length);
        mark.Clear();
        Complete = true;
    }

    private async Task SendAsync(List<Line> lines, CancellationToken stop)
    {
        var request = new ImportIncomingDocumentsRequest();
        var sent = new List<Line>();
        foreach (var line in lines)
        {
            if (line.Text.Length > MostCharacters)
                await report.AddAsync(line, "TOO_LONG", $"超过 {MostCharacters} 字 (longer than any document)");
            else if (DocumentLine.TryRead(line.Text, _collection, out var document, out var why))
            {
                request.IncomingDocuments.Add(document);
                sent.Add(line);
            }
            else
                await report.AddAsync(line, "UNREADABLE", why);
        }
        if (sent.Count > 0)
            await SendAsync(request, sent, stop);
        if (lines.Count > 0)
            mark.Write(new ImportProgress(lines[^1].End, report.Bytes));
    }

    private async Task SendAsync(ImportIncomingDocumentsRequest request, List<Line> lines, CancellationToken stop)
    {
        try
        {
            var answer = await SendPatientlyAsync(request, stop);
            for (var i = 0; i < answer.Outcomes.Count; i++)
                await CountAsync(answer.Outcomes[i], lines[i]);
        }
        catch (RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.InvalidArgument && lines.Count > 1)
        {
            for (var i = 0; i < lines.Count; i++)
                await SendAsync(new ImportIncomingDocumentsRequest { IncomingDocuments = { request.IncomingDocuments[i] } }, [lines[i]], stop);
        }
        catch (RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.InvalidArgument)
        {
            var fields = e.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => $"{v.Field} {v.Description}") ?? [];
            await report.AddAsync(lines[0], "INVALID_REQUEST", string.Join("; ", fields));
        }
    }

    /// <summary>Sends again when the suite is away or asks for patience: a record that arrived the first time is only reported.</summary>
    private async Task<ImportIncomingDocumentsResponse> SendPatientlyAsync(ImportIncomingDocumentsRequest request, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await _documents.ImportIncomingDocumentsAsync(request, cancellationToken: stop);
            }
            catch (RpcException e) when (tries < MostTries && e.StatusCode is Grpc.Core.StatusCode.Unavailable or Grpc.Core.StatusCode.Aborted or Grpc.Core.StatusCode.ResourceExhausted)
            {
                await Task.Delay(TimeSpan.FromSeconds(tries), TimeProvider.System, stop);
            }
        }
    }

    private async Task CountAsync(ImportOutcome outcome, Line line)
    {
        if (outcome.Refusal is { } refusal)
            await report.AddAsync(line, refusal.GetDetail<ErrorInfo>()?.Reason ?? "", refusal.GetDetail<LocalizedMessage>()?.Message ?? refusal.Message);
        else if (outcome.Existed)
            Existed++;
        else
            Imported++;
    }
}
