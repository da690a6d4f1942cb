using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Backoffice.Gateway.Routing;
using Backoffice.Options.V1;
using Backoffice.Platform.Contracts;
using Google.Protobuf.Reflection;

namespace Backoffice.Gateway.OpenApi;

/// <summary>The OpenAPI 3.1 document of every rpc with an HTTP path, made from the same contract that is enforced.</summary>
internal static partial class OpenApiDocument
{
    public static JsonObject Of(ContractTable contracts)
    {
        var schemas = new SchemaSet();
        var paths = new JsonObject();
        foreach (var rpc in contracts.Rpcs.Where(r => r.Http is not null))
        {
            foreach (var (method, path) in HttpPaths.Of(rpc.Http!))
            {
                var template = Template(path);
                paths.TryAdd(template, new JsonObject());
                paths[template]![method.ToLowerInvariant()] = Operation(rpc, method, path, schemas);
            }
        }
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Backoffice 政务办公",
                ["version"] = "v1",
                ["description"] = "Every rpc as JSON. Refusals are google.rpc.Status with ErrorInfo (reason, facts), LocalizedMessage (zh-CN) and, for bad input, every violated field.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0" },
            },
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["schemas"] = schemas.ToJson(),
            },
        };
    }

    private static JsonObject Operation(RpcContract rpc, string method, string path, SchemaSet schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = $"{rpc.Method.Service.Name}_{rpc.Method.Name}",
            ["tags"] = new JsonArray(rpc.Method.Service.Name),
            ["summary"] = ContractComments.Of(rpc.Method),
            ["parameters"] = new JsonArray([.. Parameters(rpc, method, path, schemas)]),
            ["responses"] = Responses(rpc, schemas),
            ["x-access"] = Access(rpc.Access),
        };
        if (BodyOf(rpc, schemas) is { } body)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = body } } };
        return operation;
    }

    private static JsonObject Responses(RpcContract rpc, SchemaSet schemas) => new()
    {
        ["200"] = new JsonObject
        {
            ["description"] = rpc.Method.IsServerStreaming ? "One JSON object a line, as they come." : ContractComments.Of(rpc.Method.OutputType),
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Refer(rpc.Method.OutputType) } },
        },
        ["default"] = new JsonObject
        {
            ["description"] = "A refusal.",
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Refer(Google.Rpc.Status.Descriptor) } },
        },
    };

    private static JsonObject Access(Access access)
    {
        var json = new JsonObject { ["repeat"] = access.Repeat.ToString(), ["audit"] = access.Audit.ToString() };
        if (access.Permission.Length > 0)
            json["permission"] = access.Permission;
        json["roles"] = new JsonArray([.. access.Roles.Select(r => JsonValue.Create(Platform.Callers.RoleNames.NameOf(r)))]);
        return json;
    }

    private static IEnumerable<JsonNode> Parameters(RpcContract rpc, string method, string path, SchemaSet schemas)
    {
        foreach (Match part in PathPart().Matches(Template(path)))
            yield return new JsonObject { ["name"] = part.Groups[1].Value, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } };
        var body = rpc.Http!.Body;
        if (body == "*")
            yield break;
        var bound = Variable().Matches(path).Select(v => v.Groups[1].Value.Split('.')[0]).Append(body).ToHashSet();
        foreach (var field in rpc.Method.InputType.Fields.InFieldNumberOrder().Where(f => !bound.Contains(f.Name)))
        {
            yield return new JsonObject
            {
                ["name"] = field.JsonName,
                ["in"] = "query",
                ["description"] = ContractComments.Of(field),
                ["schema"] = schemas.OfField(field),
            };
        }
    }

    private static JsonNode? BodyOf(RpcContract rpc, SchemaSet schemas) => rpc.Http!.Body switch
    {
        "" => null,
        "*" => schemas.Refer(rpc.Method.InputType),
        var field => schemas.OfField(rpc.Method.InputType.FindFieldByName(field)),
    };

    /// <summary>`/v1/{name=rooms/*}:open` as `/v1/rooms/{roomsId}:open`.</summary>
    private static string Template(string path) => Variable().Replace(path, variable =>
        CollectionPart().Replace(variable.Groups[2].Value, part => $"{part.Groups[1].Value}/{{{part.Groups[1].Value}Id}}"));

    [GeneratedRegex(@"\{([A-Za-z0-9_.]+)=([^}]+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"([A-Za-z]+)/\*")]
    private static partial Regex CollectionPart();

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex PathPart();
}
