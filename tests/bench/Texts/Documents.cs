using Backoffice.Document.V1;
using Google.Type;

namespace Backoffice.Bench.Texts;

/// <summary>Incoming documents as an office gets them, each unlike any other.</summary>
internal sealed class Documents
{
    /// <summary>How many texts there are before they repeat.</summary>
    public const int Different = 250;

    /// <summary>The last of them, which no caller of a measurement may see.</summary>
    public const int Hidden = 10;

    private readonly IncomingDocument[] _pool;

    /// <param name="longest">Longest body; 0 for real lengths.</param>
    public Documents(RealWords words, int seed, int longest = 0)
    {
        var random = new Random(seed);
        _pool = [.. Enumerable.Range(0, Different).Select(_ => new IncomingDocument
        {
            Title = words.Title(random),
            Issuer = words.Issuer(random),
            IssueDate = new Date { Year = random.Next(1996, 2026), Month = random.Next(1, 13), Day = random.Next(1, 29) },
            Genre = (DocumentGenre)random.Next(1, 16),
            MainRecipients = "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
            Body = words.Body(random, longest),
        })];
    }

    /// <summary>The n-th document. Text repeats after a while – it was made beforehand, not in the time measured – its number does not.</summary>
    public IncomingDocument At(long n)
    {
        var document = _pool[(int)(Math.Abs(n) % Different)].Clone();
        document.Title = $"{document.Title}（{n}）";
        document.DocumentNumber = $"测发〔2026〕{n}号";
        return document;
    }

    /// <summary>A word that stands in some of the documents that a caller may see.</summary>
    public string Word(Random random, int length) => Word(random, length, () => random.Next(Different - Hidden));

    /// <summary>A word that is taken from a document that no caller may see.</summary>
    public string HiddenWord(Random random, int length) => Word(random, length, () => random.Next(Different - Hidden, Different));

    private string Word(Random random, int length, Func<int> choice)
    {
        while (true)
        {
            var body = _pool[choice()].Body;
            if (body.Length < length)
                continue;
            var word = body.Substring(random.Next(body.Length - length + 1), length);
            if (word.All(char.IsLetter))
                return word;
        }
    }
}
