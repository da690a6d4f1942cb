using System.Collections.Concurrent;
using System.Text;
using Backoffice.Options.V1;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Errors;

/// <summary>Code and texts of one reason, read once from the options of its enum value.</summary>
internal sealed record ErrorText(string Domain, string Reason, int Code, string En, string Zh)
{
    private static readonly ConcurrentDictionary<Enum, ErrorText> Known = new();

    /// <summary>Descriptors by CLR enum type, for every enum with a domain in the contracts.</summary>
    private static readonly Lazy<Dictionary<Type, EnumDescriptor>> Catalogues = new(() =>
        Contracts.ContractFiles.All.SelectMany(f => f.EnumTypes)
            .Where(e => e.GetOptions()?.HasExtension(ErrorExtensions.ErrorDomain) == true)
            .ToDictionary(e => e.ClrType));

    public static ErrorText Of<TReason>(TReason reason) where TReason : struct, Enum => Known.GetOrAdd(reason, Read);

    public string English(IReadOnlyDictionary<string, string> facts) => Fill(En, facts);

    public string Chinese(IReadOnlyDictionary<string, string> facts) => Fill(Zh, facts);

    private static ErrorText Read(Enum reason)
    {
        if (!Catalogues.Value.TryGetValue(reason.GetType(), out var catalogue))
            throw new InvalidOperationException($"{reason.GetType()} is not an error catalogue of the contracts.");
        var value = catalogue.FindValueByNumber(Convert.ToInt32(reason));
        var text = value.GetOptions()?.GetExtension(ErrorExtensions.Error)
            ?? throw new InvalidOperationException($"{catalogue.FullName}.{value.Name} carries no (error) option.");
        return new ErrorText(
            catalogue.GetOptions().GetExtension(ErrorExtensions.ErrorDomain),
            value.Name["ERROR_REASON_".Length..],
            text.Code, text.En, text.Zh);
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> facts)
    {
        var filled = new StringBuilder(template);
        foreach (var (name, value) in facts)
            filled.Replace("{" + name + "}", value);
        return filled.ToString();
    }
}
