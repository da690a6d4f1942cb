using Backoffice.Options.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Buf.Validate;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http.Features;

namespace Backoffice.Gateway.Limits;

/// <summary>How often and how large: each call takes its rate class from the caller's budget, and may be as large as its contract says.</summary>
internal sealed class CallLimits(RequestDelegate next, ContractTable contracts, Budgets budgets)
{
    private const long Ordinary = 4L * 1024 * 1024;
    private const long Bulk = 16L * 1024 * 1024;

    private readonly Dictionary<string, long> _largest = contracts.Rpcs.ToDictionary(r => r.FullName, LargestOf);

    public async Task InvokeAsync(HttpContext context)
    {
        var rpc = context.Rpc(contracts);
        var largest = rpc is null ? Ordinary : _largest[rpc.FullName];
        if (context.Request.ContentLength > largest)
        {
            await Routing.RefusalWriter.WriteAsync(context, PlatformErrors.RequestTooLarge(largest), StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = largest;

        var wait = await budgets.SpendAsync(context.Features.GetRequiredFeature<Spender>(), UnitsOf(rpc));
        if (wait > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.RetryAfter = seconds.ToString();
                return Task.CompletedTask;
            });
            await Routing.RefusalWriter.WriteAsync(context, PlatformErrors.RateLimited(seconds));
            return;
        }
        await next(context);
    }

    private static int UnitsOf(RpcContract? rpc) => rpc?.Access.Rate switch
    {
        Rate.Heavy => 10,
        Rate.Bulk => 50,
        _ => 1,
    };

    // Files travel as base64 in JSON, a third larger.
    private static long LargestOf(RpcContract rpc)
    {
        var files = rpc.Method.InputType.Fields.InFieldNumberOrder().Where(f => f.FieldType == FieldType.Bytes)
            .Sum(f => (long)(f.GetOptions()?.GetExtension(ValidateExtensions.Field)?.Bytes?.MaxLen ?? 0));
        return (rpc.Access.Rate == Rate.Bulk ? Bulk : Ordinary) + (files * 4 / 3);
    }
}
