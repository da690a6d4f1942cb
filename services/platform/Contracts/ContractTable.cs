using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Backoffice.Platform.Contracts;

/// <summary>The contracts of every rpc a host serves. Building it is the check that lets a host start.</summary>
public sealed class ContractTable
{
    private readonly FrozenDictionary<string, RpcContract> _byPath;

    private ContractTable(IEnumerable<RpcContract> rpcs) => _byPath = rpcs.ToFrozenDictionary(r => r.FullName);

    public IEnumerable<RpcContract> Rpcs => _byPath.Values.OrderBy(r => r.FullName, StringComparer.Ordinal);

    public RpcContract? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Reads the contracts of some services.</summary>
    /// <exception cref="ContractException">An rpc lacks its access, or a rule lies outside the supported subset.</exception>
    public static ContractTable Of(IEnumerable<ServiceDescriptor> services)
    {
        var problems = new List<string>();
        var rules = new RuleReader(problems);
        var rpcs = services.SelectMany(s => s.Methods).Select(m => RpcContract.Read(m, rules, problems)).OfType<RpcContract>().ToList();
        return problems.Count == 0 ? new ContractTable(rpcs) : throw new ContractException([.. problems.Distinct()]);
    }

    /// <summary>The contracts of the whole suite, for the gateway, the command line and the generated references.</summary>
    public static ContractTable OfSuite() => Of(ContractFiles.All.SelectMany(f => f.Services));
}
