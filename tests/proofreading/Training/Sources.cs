using System.Text.Json;
using Backoffice.Testing;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>A sentence with errors put in, and as it is right.</summary>
internal sealed record Sentence(string Wrong, string Right);

/// <summary>The given data, each row either for training or held out: by a hash of its right text, so that no sentence is in both.</summary>
internal static class Sources
{
    private const int HeldOutOf = 5;

    /// <summary>odw: official document writing; law: legal texts.</summary>
    public static IReadOnlyList<string> Sets { get; } = ["odw", "law"];

    public static string Folder { get; } = RepositoryFiles.Path("../shared/data");

    public static bool AreHere => Directory.Exists(Folder);

    public static IReadOnlyList<Sentence> Sentences(string set) =>
        [.. Rows($"proofreading/sentences.{set}.tsv").Skip(1).Select(r => r.Split('\t')).Where(r => r[1].Length == r[2].Length).Select(r => new Sentence(r[1], r[2]))];

    public static IReadOnlyList<(string Id, string Title, string Body)> Documents() =>
        [.. from row in Rows("official-documents/official-documents.jsonl")
            let document = JsonDocument.Parse(row).RootElement
            select (document.GetProperty("id").GetString()!, document.GetProperty("title").GetString()!, document.GetProperty("body").GetString()!)];

    public static IReadOnlyList<string> Rows(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    public static bool IsHeldOut(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in text)
            hash = (hash ^ unit) * 16777619;
        return (hash ^ (hash >> 15)) % HeldOutOf == 0;
    }
}
