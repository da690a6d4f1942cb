using Backoffice.Bench.Raw;

namespace Backoffice.Bench.City;

/// <summary>What somebody sees of the city's documents, learnt from the store, so that calls ask for what is there.</summary>
/// <param name="principal">The name under which they see most: their unit's or their post's.</param>
internal sealed class CityReader(RawStore raw, Resident resident, string principal)
{
    private const string Seen = "FROM incoming_document_readers WHERE principal = $1";

    public Resident Resident => resident;

    public Task<long> CountAsync() => raw.NumberAsync($"SELECT count(*) {Seen}", principal);

    /// <summary>The place before the last page, so that the page is full where there are as many documents.</summary>
    public async Task<long> LastPageAsync(int size)
    {
        var oldest = await raw.ReadAsync($"SELECT order_key {Seen} ORDER BY order_key LIMIT {size}", principal);
        return oldest.Count > 0 ? Convert.ToInt64(oldest[^1][0]) + 1 : throw new InvalidOperationException($"{principal} sees no document.");
    }

    /// <summary>Names of some of the documents, spread over all years.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(int count, Random random) =>
        [.. (await SomeAsync("document_id", count, random)).Select(r => $"incomingDocuments/{Guid.Parse(r[0]!.ToString()!)}")];

    /// <summary>Words of a length that stand in titles of documents that are seen.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(int length, int count, Random random)
    {
        var titles = await SomeAsync("(SELECT title FROM incoming_documents WHERE id = document_id)", count, random);
        var words = titles.Select(t => WordOf((string)t[0]!, length, random)).OfType<string>().ToList();
        return words.Count > 0 ? [.. Enumerable.Range(0, count).Select(i => words[i % words.Count])] : throw new InvalidOperationException($"No title has a word of {length} characters.");
    }

    /// <summary>Something of documents at random places between the oldest and the newest that are seen.</summary>
    private async Task<IReadOnlyList<object?[]>> SomeAsync(string what, int count, Random random)
    {
        var (oldest, newest) = (await raw.NumberAsync($"SELECT min(order_key) {Seen}", principal), await raw.NumberAsync($"SELECT max(order_key) {Seen}", principal));
        var rows = new List<object?[]>();
        for (var i = 0; i < count; i++)
            rows.AddRange(await raw.ReadAsync($"SELECT {what} {Seen} AND order_key >= $2 ORDER BY order_key LIMIT 1", principal, random.NextInt64(oldest, newest + 1)));
        return rows;
    }

    private static string? WordOf(string title, int length, Random random)
    {
        for (var attempt = 0; attempt < 20 && title.Length >= length; attempt++)
        {
            var word = title.Substring(random.Next(title.Length - length + 1), length);
            if (word.All(char.IsLetter))
                return word;
        }
        return null;
    }
}
