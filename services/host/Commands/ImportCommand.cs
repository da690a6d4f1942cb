using System.CommandLine;
using Backoffice.Host.Import;
using Backoffice.Host.Up;
using Grpc.Core;
using Spectre.Console;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice import documents FILE.jsonl`: brings published documents into the register, through the gateway.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "One document a line, as JSON (id, title, issuer, document_number, issued_date, body …)." };
    private static readonly Option<string> User = Shared.User("Account of a demonstration to import as.", "clerk");
    private static readonly Option<FileInfo?> Report = new("--report") { Description = "Where refused lines are written with their reasons; default is FILE.refused.jsonl in the current folder." };

    public static Command Create()
    {
        var documents = new Command("documents", "Import documents, at most once each; a repeat goes on where the last run stopped.") { File, User, Shared.Token, Report, Shared.Data };
        documents.Validators.Add(result =>
        {
            if (result.GetValue(File) is { Exists: false } missing)
                result.AddError($"There is no file {missing.FullName}.");
            if (result.GetValue(Report)?.FullName is { } report && report == result.GetValue(File)?.FullName)
                result.AddError("--report names the file that is imported; the report would go over it.");
        });
        documents.SetAction(RunAsync);
        return new Command("import", "Bring records of other systems in.") { documents };
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var installation = new Installation(arguments.GetValue(Shared.Data)!);
        using var suite = SuiteClient.Find(installation);
        if (suite is null || await suite.TokenAsync(arguments.GetValue(Shared.Token)!, arguments.GetValue(User)!, stop) is not { } token)
            return 1;
        var file = arguments.GetValue(File)!;
        var report = arguments.GetValue(Report)?.FullName ?? Path.GetFullPath(Path.GetFileNameWithoutExtension(file.Name) + ".refused.jsonl");
        var import = new DocumentImport(suite.As(token), file, new ImportMark(installation, file), new RefusalReport(report));
        try
        {
            await ShowAsync(import, stop);
        }
        catch (Exception e) when (e is OperationCanceledException or RpcException)
        {
            Shared.Fail(WhyStopped(e));
        }
        Console.WriteLine($"{import.Imported} imported, {import.Existed} were there before, {import.Refused} refused{(import.Refused > 0 ? $"; the reasons are in {report}" : "")}.");
        return !import.Complete ? 1 : import.Refused > 0 ? 2 : 0;
    }

    private static string WhyStopped(Exception e) => e switch
    {
        RpcException { StatusCode: StatusCode.PermissionDenied } refused => $"This account may not import documents: {refused.Status.Detail}",
        RpcException { StatusCode: StatusCode.Unauthenticated } refused => $"{refused.Status.Detail} Take a new one for --token or BACKOFFICE_TOKEN and run the command again to go on.",
        RpcException failed => $"Stopped: {failed.Status.Detail.TrimEnd('.')}. Run the command again to go on.",
        _ => "Interrupted. Run the command again to go on.",
    };

    private static Task ShowAsync(DocumentImport import, CancellationToken stop) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var task = progress.AddTask("documents", maxValue: import.Bytes);
            await import.RunAsync(bytes => task.Value = bytes, stop);
        });
}
