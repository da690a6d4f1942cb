using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.LocalDapr.Api;

/// <summary>
/// The server side of dapr.proto.runtime.v1.Dapr, which Dapr.Protos leaves out. ASP.NET Core finds the virtual methods by name; a
/// method of the contract that is not here, such as configuration, actors or workflows, answers UNIMPLEMENTED.
/// </summary>
[BindServiceMethod(typeof(DaprBase), nameof(BindService))]
internal abstract class DaprBase
{
    public const string Service = "dapr.proto.runtime.v1.Dapr";

    /// <summary>Only names and shapes are read here: the framework passes no instance and finds the methods itself.</summary>
    public static void BindService(ServiceBinderBase binder, DaprBase? service)
    {
        Unary("GetState", GetStateRequest.Parser, GetStateResponse.Parser);
        Unary("GetBulkState", GetBulkStateRequest.Parser, GetBulkStateResponse.Parser);
        Unary("SaveState", SaveStateRequest.Parser, Empty.Parser);
        Unary("DeleteState", DeleteStateRequest.Parser, Empty.Parser);
        Unary("DeleteBulkState", DeleteBulkStateRequest.Parser, Empty.Parser);
        Unary("ExecuteStateTransaction", ExecuteStateTransactionRequest.Parser, Empty.Parser);
        Unary("PublishEvent", PublishEventRequest.Parser, Empty.Parser);
        Unary("BulkPublishEvent", BulkPublishRequest.Parser, BulkPublishResponse.Parser);
        Unary("BulkPublishEventAlpha1", BulkPublishRequest.Parser, BulkPublishResponse.Parser);
        Unary("TryLockAlpha1", TryLockRequest.Parser, TryLockResponse.Parser);
        Unary("UnlockAlpha1", UnlockRequest.Parser, UnlockResponse.Parser);
        Unary("GetSecret", GetSecretRequest.Parser, GetSecretResponse.Parser);
        Unary("GetBulkSecret", GetBulkSecretRequest.Parser, GetBulkSecretResponse.Parser);
        Unary("GetMetadata", GetMetadataRequest.Parser, GetMetadataResponse.Parser);
        Unary("SetMetadata", SetMetadataRequest.Parser, Empty.Parser);
        binder.AddMethod(
            ProtoMethod.Define(
                MethodType.DuplexStreaming, Service, nameof(SubscribeTopicEventsAlpha1),
                SubscribeTopicEventsRequestAlpha1.Parser, SubscribeTopicEventsResponseAlpha1.Parser),
            (DuplexStreamingServerMethod<SubscribeTopicEventsRequestAlpha1, SubscribeTopicEventsResponseAlpha1>?)null);

        void Unary<TRequest, TResponse>(string name, MessageParser<TRequest> request, MessageParser<TResponse> response)
            where TRequest : class, IMessage<TRequest>
            where TResponse : class, IMessage<TResponse> => binder.AddMethod(
                ProtoMethod.Define(MethodType.Unary, Service, name, request, response), (UnaryServerMethod<TRequest, TResponse>?)null);
    }

    public abstract Task<GetStateResponse> GetState(GetStateRequest request, ServerCallContext call);

    public abstract Task<GetBulkStateResponse> GetBulkState(GetBulkStateRequest request, ServerCallContext call);

    public abstract Task<Empty> SaveState(SaveStateRequest request, ServerCallContext call);

    public abstract Task<Empty> DeleteState(DeleteStateRequest request, ServerCallContext call);

    public abstract Task<Empty> DeleteBulkState(DeleteBulkStateRequest request, ServerCallContext call);

    public abstract Task<Empty> ExecuteStateTransaction(ExecuteStateTransactionRequest request, ServerCallContext call);

    public abstract Task<Empty> PublishEvent(PublishEventRequest request, ServerCallContext call);

    public abstract Task<BulkPublishResponse> BulkPublishEvent(BulkPublishRequest request, ServerCallContext call);

    public abstract Task<BulkPublishResponse> BulkPublishEventAlpha1(BulkPublishRequest request, ServerCallContext call);

    public abstract Task SubscribeTopicEventsAlpha1(
        IAsyncStreamReader<SubscribeTopicEventsRequestAlpha1> requests, IServerStreamWriter<SubscribeTopicEventsResponseAlpha1> responses, ServerCallContext call);

    public abstract Task<TryLockResponse> TryLockAlpha1(TryLockRequest request, ServerCallContext call);

    public abstract Task<UnlockResponse> UnlockAlpha1(UnlockRequest request, ServerCallContext call);

    public abstract Task<GetSecretResponse> GetSecret(GetSecretRequest request, ServerCallContext call);

    public abstract Task<GetBulkSecretResponse> GetBulkSecret(GetBulkSecretRequest request, ServerCallContext call);

    public abstract Task<GetMetadataResponse> GetMetadata(GetMetadataRequest request, ServerCallContext call);

    public abstract Task<Empty> SetMetadata(SetMetadataRequest request, ServerCallContext call);
}
