using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.LocalDapr;

/// <summary>Describes an rpc for which no generated code exists, in the way generated code does.</summary>
internal static class ProtoMethod
{
    public static Method<TRequest, TResponse> Define<TRequest, TResponse>(
        MethodType type, string service, string name, MessageParser<TRequest> request, MessageParser<TResponse> response)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => new(type, service, name, Marshaller(request), Marshaller(response));

    private static Marshaller<T> Marshaller<T>(MessageParser<T> parser)
        where T : class, IMessage<T> => Marshallers.Create<T>(
            (message, context) =>
            {
                context.SetPayloadLength(message.CalculateSize());
                message.WriteTo(context.GetBufferWriter());
                context.Complete();
            },
            context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));
}
