using System.Diagnostics;

namespace Backoffice.Testing;

/// <summary>A server that speaks S3, with one bucket, over a folder of its own.</summary>
public sealed class RealS3 : IAsyncDisposable
{
    public const string Bucket = "blobs";

    /// <summary>The pair of keys the server is born with.</summary>
    public const string Key = "S3RVER";

    private static readonly string Program = RepositoryFiles.Path("tests/testing/s3/node_modules/.bin/s3rver");
    private readonly Process _process;

    private RealS3(Process process, string url, string folder) => (_process, Url, Folder) = (process, url, folder);

    public string Url { get; }

    public string Folder { get; }

    /// <summary>True after `npm ci --prefix tests/testing/s3`, which `tests/run` does.</summary>
    public static bool IsInstalled => File.Exists(Program);

    public static async Task<RealS3> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-s3-").FullName;
        var port = FreePort.Find();
        var process = Process.Start(new ProcessStartInfo(Program, ["--directory", folder, "--address", "127.0.0.1", "--port", $"{port}", "--silent", "--configure-bucket", Bucket])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var s3 = new RealS3(process, $"http://127.0.0.1:{port}", folder);
        await s3.WaitAsync();
        return s3;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    private Task WaitAsync() => Eventually.TrueAsync(async () =>
    {
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(new Uri(Url));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });
}
