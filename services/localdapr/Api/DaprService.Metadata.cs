using System.Collections.Concurrent;
using Backoffice.LocalDapr.Resources;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.LocalDapr.Api;

internal sealed partial class DaprService
{
    /// <summary>The daprd whose behaviour is mirrored; the suffix tells an operator that it is not the real one.</summary>
    private const string RuntimeVersion = "1.18.3-local";

    private readonly ConcurrentDictionary<string, string> _extended = new(StringComparer.Ordinal) { ["daprRuntimeVersion"] = RuntimeVersion };

    public override Task<GetMetadataResponse> GetMetadata(GetMetadataRequest request, ServerCallContext call)
    {
        var response = new GetMetadataResponse { Id = AppId, RuntimeVersion = RuntimeVersion, ExtendedMetadata = { _extended } };
        foreach (var component in components.VisibleTo(AppId))
        {
            response.RegisteredComponents.Add(new RegisteredComponents
            {
                Name = component.Name,
                Type = component.Type,
                Version = component.Version,
                Capabilities = { component.Type == ComponentKeys.State ? ["ETAG", "TRANSACTIONAL"] : [] },
            });
        }

        response.Subscriptions.Add(app.Subscriptions.Concat(_streams.Values).Select(ToProto));
        if (app.Addresses.FirstOrDefault() is { } address)
        {
            response.AppConnectionProperties = new AppConnectionProperties
            {
                Port = address.Port,
                Protocol = "grpc",
                ChannelAddress = address.Host,
            };
        }

        return Task.FromResult(response);
    }

    public override Task<Empty> SetMetadata(SetMetadataRequest request, ServerCallContext call)
    {
        _extended[request.Key] = request.Value;
        return Task.FromResult(new Empty());
    }

    private static PubsubSubscription ToProto(SubscriptionSpec subscription) => new()
    {
        PubsubName = subscription.PubSubName,
        Topic = subscription.Topic,
        DeadLetterTopic = subscription.DeadLetterTopic,
        Metadata = { subscription.Metadata.ToDictionary() },
        Rules = new PubsubSubscriptionRules { Rules = { new PubsubSubscriptionRule { Path = subscription.Path } } },
        Type = subscription.Kind switch
        {
            SubscriptionKind.Declarative => PubsubSubscriptionType.Declarative,
            SubscriptionKind.Programmatic => PubsubSubscriptionType.Programmatic,
            _ => PubsubSubscriptionType.Streaming,
        },
    };
}
