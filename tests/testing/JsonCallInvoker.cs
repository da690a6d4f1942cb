using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Backoffice.Platform.Contracts;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Backoffice.Testing;

/// <summary>
/// Calls rpcs as JSON over HTTP, by the paths of their `google.api.http` annotations. Generated clients run on it unchanged,
/// so one journey can be walked over gRPC, gRPC-Web and JSON.
/// </summary>
public sealed partial class JsonCallInvoker(HttpClient http, string? authorization) : CallInvoker
{
    private static readonly ContractTable Contracts = ContractTable.OfSuite();
    private static readonly TypeRegistry Types = TypeRegistry.FromFiles([Google.Rpc.ErrorDetailsReflection.Descriptor, .. ContractFiles.All]);
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(Types));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => new(
        UnaryAsync<TResponse>(Contracts.Find(method.FullName)!, (IMessage)(object)request, options),
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => new(
        new Lines<TResponse>(SendAsync(Contracts.Find(method.FullName)!, (IMessage)(object)request, options), Contracts.Find(method.FullName)!.Method.OutputType),
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        throw new NotSupportedException();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        throw new NotSupportedException();

    /// <summary>The HTTP request of a call.</summary>
    public static HttpRequestMessage RequestOf(RpcContract rpc, IMessage request)
    {
        var (verb, path) = PathOf(rpc.Http!);
        var used = new HashSet<string>();
        var target = Variable().Replace(path, variable =>
        {
            used.Add(variable.Groups[1].Value);
            return string.Join('/', Read(request, variable.Groups[1].Value).Split('/').Select(Uri.EscapeDataString));
        });
        var message = new HttpRequestMessage(verb, target);
        if (rpc.Http!.Body.Length > 0)
        {
            var body = rpc.Http.Body == "*" ? request : (IMessage?)request.Descriptor.FindFieldByName(rpc.Http.Body).Accessor.GetValue(request);
            message.Content = new StringContent(body is null ? "{}" : JsonFormatter.Default.Format(body), Encoding.UTF8, "application/json");
            used.Add(rpc.Http.Body);
        }
        if (rpc.Http.Body != "*")
            message.RequestUri = new Uri(target + Query(request, used), UriKind.Relative);
        return message;
    }

    /// <summary>The refusal an answer carries, as a gRPC client would get it.</summary>
    public static async Task<RpcException> RefusalOfAsync(HttpResponseMessage response)
    {
        var status = Parser.Parse<Google.Rpc.Status>(await response.Content.ReadAsStringAsync());
        return status.ToRpcException();
    }

    private async Task<TResponse> UnaryAsync<TResponse>(RpcContract rpc, IMessage request, CallOptions options)
    {
        using var response = await SendAsync(rpc, request, options);
        return (TResponse)Parser.Parse(await response.Content.ReadAsStringAsync(), rpc.Method.OutputType);
    }

    private async Task<HttpResponseMessage> SendAsync(RpcContract rpc, IMessage request, CallOptions options)
    {
        using var message = RequestOf(rpc, request);
        if (authorization is not null)
            message.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        foreach (var header in options.Headers ?? [])
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, options.CancellationToken);
        return response.IsSuccessStatusCode ? response : throw await RefusalOfAsync(response);
    }

    private static (HttpMethod Verb, string Path) PathOf(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
        HttpRule.PatternOneofCase.Post => (HttpMethod.Post, rule.Post),
        HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, rule.Patch),
        _ => throw new NotSupportedException($"{rule.PatternCase}"),
    };

    private static string Read(IMessage message, string path)
    {
        object? value = message;
        foreach (var part in path.Split('.'))
            value = value is IMessage m ? m.Descriptor.FindFieldByName(part).Accessor.GetValue(m) : null;
        return value as string ?? "";
    }

    // Query parameters are what is stated and neither in the path nor in the body, in their JSON form.
    private static string Query(IMessage request, HashSet<string> used)
    {
        using var json = JsonDocument.Parse(JsonFormatter.Default.Format(request));
        var pairs = new List<string>();
        foreach (var field in request.Descriptor.Fields.InFieldNumberOrder().Where(f => !used.Contains(f.Name)))
        {
            if (!json.RootElement.TryGetProperty(field.JsonName, out var value))
                continue;
            foreach (var one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
                pairs.Add($"{field.JsonName}={Uri.EscapeDataString(one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText())}");
        }
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_.]+)=[^}]+\}")]
    private static partial Regex Variable();

    /// <summary>A stream is one JSON object a line.</summary>
    private sealed class Lines<T>(Task<HttpResponseMessage> response, MessageDescriptor type) : IAsyncStreamReader<T>
    {
        private StreamReader? _reader;

        public T Current { get; private set; } = default!;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            _reader ??= new StreamReader(await (await response).Content.ReadAsStreamAsync(cancellationToken));
            if (await _reader.ReadLineAsync(cancellationToken) is not { Length: > 0 } line)
                return false;
            if (line.StartsWith("{\"code\"", StringComparison.Ordinal))
                throw Parser.Parse<Google.Rpc.Status>(line).ToRpcException();
            Current = (T)Parser.Parse(line, type);
            return true;
        }
    }
}
