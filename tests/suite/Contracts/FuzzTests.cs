using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>
/// Every rpc meets malformed, oversized, wrong-type and hostile values made from its contract, by somebody it admits:
/// never INTERNAL, never a word about the inside, and nothing of a refused call in the store.
/// </summary>
public sealed class FuzzTests(Demonstrations demonstrations)
{
    private static readonly StatusCode[] Fair =
    [
        StatusCode.OK, StatusCode.InvalidArgument, StatusCode.NotFound, StatusCode.AlreadyExists, StatusCode.FailedPrecondition, StatusCode.Aborted, StatusCode.ResourceExhausted,
        StatusCode.PermissionDenied,
    ];

    private static readonly string[] Inside = ["Exception", " at Backoffice", "sqlite", "npgsql", "SELECT ", "stack", "/work", "System."];

    [Theory, EveryDatabase]
    public async Task Bad_input_gets_a_clear_answer_and_leaves_nothing(StoreKind store)
    {
        var suite = await demonstrations.On(store);
        var random = new Random(20261125);
        var problems = new List<string>();
        var refused = new HashSet<string>();
        var met = new HashSet<(string Service, string Field)>();
        foreach (var rpc in ContractTable.OfSuite().Rpcs.Where(r => r.Http is not null && !Destructive(r)))
        {
            var caller = await suite.AsAsync(AccountFor(rpc));
            foreach (var request in Hostile.Of(rpc.Method.InputType, () => $"zz{random.NextInt64():x16}zz", random))
            {
                // What no store differs in is met by one of them, and what the contract refuses by itself asks none; the second
                // store also meets a message that several calls of a service carry in one of them.
                if (store != StoreKind.Sqlite && (!MayReachStore(rpc, request) || (request.Field.Length > 0 && !met.Add((rpc.Method.Service.FullName, request.Field)))))
                    continue;
                var outcome = await caller.CallAsync(rpc, request.Bytes);
                if (!Fair.Contains(outcome.Code) || Inside.Any(i => outcome.Detail.Contains(i, StringComparison.OrdinalIgnoreCase)))
                    problems.Add($"{rpc.Name} with {request.What}: {outcome.Code} {outcome.Detail}");
                if (outcome.Code != StatusCode.OK)
                    refused.Add(request.Marker);
            }
        }
        problems.ShouldBeEmpty();
        (await suite.Store.MarkersAsync()).Intersect(refused).ShouldBeEmpty();
    }

    // Passwords of the accounts the tests use, and roles and state of accounts, are not the fuzzer's to change.
    private static bool Destructive(RpcContract rpc) => rpc.Method.Service.FullName == "backoffice.identity.v1.AccountService"
        && rpc.Method.Name is "ChangeMyPassword" or "StartTotpEnrolment" or "ConfirmTotpEnrolment";

    /// <summary>Texts that are dangerous to what comes behind a store or shows what is in it, and to every store alike.</summary>
    private static readonly string[] AlikeInEveryStore = ["<script>", "${jndi", "%00", "9999-99-99", "= ../"];

    private static bool MayReachStore(RpcContract rpc, HostileRequest request)
    {
        if (AlikeInEveryStore.Any(request.What.Contains))
            return false;
        try
        {
            MessageContract.Expect(rpc.Method.InputType.Parser.ParseFrom(request.Bytes), "");
            return true;
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or Refusal)
        {
            return false;
        }
    }

    private static string AccountFor(RpcContract rpc) => rpc.Roles.Count == 0
        ? "clerk"
        : Host.Demo.DemoOffice.Bureau.Accounts.First(a => DemoRoles.Of(a).Overlaps(rpc.Roles)).Login;
}
