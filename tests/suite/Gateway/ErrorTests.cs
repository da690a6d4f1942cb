using System.Net;
using System.Text;
using System.Text.Json;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Rpc;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Gateway;

public sealed class ErrorTests(Demonstrations demonstrations)
{
    [Theory]
    [InlineData(Wire.Grpc)]
    [InlineData(Wire.GrpcWeb)]
    [InlineData(Wire.Json)]
    public async Task A_refusal_says_the_same_in_every_protocol(Wire wire)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(await suite.AsAsync("clerk", wire));
        var missing = new GetIncomingDocumentRequest { Name = $"incomingDocuments/{Guid.Empty}" };
        var notFound = await Should.ThrowAsync<RpcException>(async () => await documents.GetIncomingDocumentAsync(missing));
        notFound.StatusCode.ShouldBe(StatusCode.NotFound);
        var status = notFound.GetRpcStatus()!;
        status.GetDetail<ErrorInfo>()!.Reason.ShouldBe("INCOMING_DOCUMENT_NOT_FOUND");
        status.GetDetail<ErrorInfo>()!.Domain.ShouldBe("backoffice.document");
        status.GetDetail<LocalizedMessage>()!.Message.ShouldBe($"没有找到 {missing.Name}。");

        var invalid = await Should.ThrowAsync<RpcException>(async () => await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { PageSize = -1 }));
        invalid.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).ShouldBe(["query", "page_size"]);

        var nobody = new IncomingDocumentService.IncomingDocumentServiceClient(suite.With(null, wire));
        await Refused.ForAsync("UNAUTHENTICATED", nobody.GetIncomingDocumentAsync(missing));
    }

    [Theory]
    [InlineData(Wire.Grpc)]
    [InlineData(Wire.GrpcWeb)]
    public async Task A_method_that_is_none_is_named(Wire wire)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var bytes = Marshallers.Create(b => b, b => b);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "backoffice.document.v1.IncomingDocumentService", "ShredIncomingDocument", bytes, bytes);
        await Refused.ForAsync("UNKNOWN_METHOD", (await suite.AsAsync("clerk", wire)).AsyncUnaryCall(method, null, default, []));
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("\"text\"", "application/json")]
    [InlineData("{\"title\": 5}", "application/json")]
    [InlineData("{\"title\": {\"a\": 1}}", "application/json")]
    [InlineData("{\"genre\": \"NOVEL\"}", "application/json")]
    [InlineData("{\"issueDate\": \"yesterday\"}", "application/json")]
    [InlineData("{\"title\": \"\\ud800\"}", "application/json")]
    [InlineData("{\"copyCount\": 99999999999}", "application/json")]
    [InlineData("{\"readers\": \"units/office\"}", "application/json")]
    [InlineData("title=x", "application/x-www-form-urlencoded")]
    [InlineData("<a/>", "text/xml")]
    public async Task Json_that_is_none_or_not_of_the_contract_is_the_callers_mistake(string body, string contentType)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var (status, json) = await SendAsync(suite, HttpMethod.Post, "/v1/incomingDocuments", new StringContent(body, Encoding.UTF8, contentType));
        ((int)status).ShouldBeInRange(400, 499, body);
        json.RootElement.GetProperty("code").GetInt32().ShouldBe(3);
        json.RootElement.GetProperty("message").GetString()!.ShouldNotContain("Exception");
        SaysItsReason(json, "MALFORMED_REQUEST", "请求格式错误，无法读取。");
    }

    [Fact]
    public async Task Json_nested_without_end_is_refused()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        // The service answers before it has read everything; what the web server then says of the rest is about the connection, which it closes.
        suite.Errors.Expect("automatic draining of the request body failed");
        var deep = string.Concat(Enumerable.Repeat("{\"title\":", 100_000));
        var (status, _) = await SendAsync(suite, HttpMethod.Post, "/v1/incomingDocuments", new StringContent(deep, Encoding.UTF8, "application/json"));
        status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "/v1/nothing")]
    [InlineData("DELETE", "/v1/incomingDocuments")]
    [InlineData("PUT", "/v1/units/office")]
    [InlineData("GET", "/v1/../v1/units/../../etc/passwd")]
    [InlineData("POST", "/backoffice.platform.v1.EventFeedService/ReadEvents")]
    [InlineData("GET", "/healthz/../metrics")]
    public async Task A_path_outside_the_contract_leads_nowhere(string method, string path)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var (status, json) = await SendAsync(suite, new HttpMethod(method), path, null);
        status.ShouldBe(HttpStatusCode.NotFound);
        json.RootElement.GetProperty("details")[0].GetProperty("reason").GetString().ShouldBe("UNKNOWN_METHOD");
    }

    [Theory]
    [InlineData("?pageSize=abc")]
    [InlineData("?pageSize=99999999999999")]
    [InlineData("?showCancelled=perhaps")]
    [InlineData("?startTime=never")]
    public async Task A_query_that_does_not_fit_is_the_callers_mistake(string query)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var (status, json) = await SendAsync(suite, HttpMethod.Get, "/v1/roomBookings" + query, null);
        status.ShouldBe(HttpStatusCode.BadRequest);
        SaysItsReason(json, "MALFORMED_REQUEST", "请求格式错误，无法读取。");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_larger_than_its_contract_allows_is_refused_and_not_read(bool announced)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"displayName\": \"{new string('长', 2 << 20)}")));
        content.Headers.ContentType = new("application/json");
        if (!announced)
            content.Headers.ContentLength = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/units") { Content = content };
        request.Headers.TransferEncodingChunked = !announced;
        request.Headers.Add("authorization", $"Bearer {await suite.TokenAsync("sysadmin")}");
        using var response = await suite.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static void SaysItsReason(JsonDocument json, string reason, string chinese)
    {
        var details = json.RootElement.GetProperty("details");
        details[0].GetProperty("reason").GetString().ShouldBe(reason);
        details[1].GetProperty("message").GetString().ShouldBe(chinese);
    }

    private static async Task<(HttpStatusCode Status, JsonDocument Json)> SendAsync(Demonstration suite, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        // What is refused unread may end its connection, just as the next call takes it.
        request.Headers.ConnectionClose = true;
        request.Headers.Add("authorization", $"Bearer {await suite.TokenAsync("clerk")}");
        using var response = await suite.Http.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()));
    }
}
