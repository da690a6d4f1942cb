using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Contracts;
using Google.Protobuf;

namespace Backoffice.Document.Exchange;

/// <summary>Manifests as text: proto3 JSON, its fields in the order of the contract.</summary>
internal static class Manifests
{
    public const string Format = "backoffice-exchange/1";

    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(false));

    public static byte[] Write(ExchangeManifest manifest) => Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(manifest));

    /// <summary>Reads a manifest, held to the rules of the contract like what a caller sends.</summary>
    public static ExchangeManifest Read(byte[] text)
    {
        try
        {
            var manifest = Parser.Parse<ExchangeManifest>(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text));
            MessageContract.Expect(manifest, "manifest");
            return manifest;
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException or DecoderFallbackException)
        {
            throw DocumentErrors.PackageDamaged("清单不能读取 (the manifest cannot be read)");
        }
    }
}
