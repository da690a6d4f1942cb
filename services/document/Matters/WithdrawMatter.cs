using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<WithdrawMatterResponse> WithdrawMatter(WithdrawMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.Withdraw(desk.DeedOn(on.Subject, request.Reason)), matter => new WithdrawMatterResponse { Matter = matter });
}
