using Backoffice.Options.V1;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Platform.Contracts;

/// <summary>
/// Enforces what the contract declares, in this order: authenticate, authorise, validate, handle; the repeat is recognised
/// when the handler takes its turn. Infrastructure that is not of the contract (health, Dapr's callbacks) passes here and
/// guards itself.
/// </summary>
internal sealed class ContractInterceptor(ContractTable contracts, Admission admission) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (contracts.Find(context.Method) is not { } contract)
            return await continuation(request, context);
        var call = await AdmitAsync(contract, (IMessage)request, context);
        try
        {
            var answer = await continuation(request, context);
            if (contract.Access.Repeat == Repeat.ByRequestId && !call.Committed)
                throw new InvalidOperationException($"{contract.Name} answered without committing a turn.");
            if (contract.Access.Audit == Audit.Read)
                await AuditReadAsync(context, ResourceName.Of((IMessage)answer));
            return answer;
        }
        catch (AnsweredBeforeException before)
        {
            return (TResponse)contract.Method.OutputType.Parser.ParseFrom(before.Answer);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (contracts.Find(context.Method) is not { } contract)
        {
            await continuation(request, responseStream, context);
            return;
        }
        await AdmitAsync(contract, (IMessage)request, context);
        var audited = contract.Access.Audit == Audit.Read
            ? new AuditedStream<TResponse>(responseStream, () => AuditReadAsync(context, ""))
            : responseStream;
        await continuation(request, audited, context);
    }

    private async Task<RunningCall> AdmitAsync(RpcContract contract, IMessage request, ServerCallContext context)
    {
        var caller = await admission.AuthenticateAsync(contract, context);
        var call = new RunningCall(contract, caller, request);
        call.AttachTo(context);
        context.GetHttpContext().RequestServices.GetRequiredService<CurrentCaller>().Value = caller;
        try
        {
            Admission.Authorise(contract, caller);
        }
        catch (Refusal refusal)
        {
            await AuditAsync(context, "", refusal);
            throw;
        }
        var violations = contract.Request.Check(request);
        return violations.Count == 0 ? call : throw Refusal.Invalid(violations);
    }

    private static Task AuditReadAsync(ServerCallContext context, string resource) => AuditAsync(context, resource, null);

    private static async Task AuditAsync(ServerCallContext context, string resource, Refusal? refusal)
    {
        var db = context.GetHttpContext().RequestServices.GetRequiredService<ServiceDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Of(context) with { Call = null }, context.CancellationToken);
        await turn.CommitAuditOnlyAsync(resource, (int)(refusal?.Code ?? StatusCode.OK), refusal?.Reason ?? "");
    }
}
