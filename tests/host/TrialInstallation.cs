using Backoffice.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Backoffice.Host.Tests;

/// <summary>An installation of its own: a folder that is removed afterwards, three free ports, and whatever is run on them.</summary>
internal sealed class TrialInstallation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backoffice-host-").FullName;
    private readonly List<BackofficeProgram> _programs = [];
    private readonly Lazy<GrpcChannel> _channel;

    public TrialInstallation() => _channel = new(() => GrpcChannel.ForAddress(GrpcUrl));

    public string Data => PathOf("data");

    /// <summary>What the machine's service manager would set for it.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public int HttpPort { get; } = FreePort.Find();

    public int GrpcPort { get; } = FreePort.Find();

    /// <summary>Where operators' tools may be told; nobody listens there unless it is started with `--ops`.</summary>
    public int OpsPort { get; } = FreePort.Find();

    public string HttpUrl => $"http://localhost:{HttpPort}";

    public string GrpcUrl => $"http://localhost:{GrpcPort}";

    /// <summary>A path beside the data; commands run in the folder it is in.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Starts a command on this installation and does not wait for it.</summary>
    public BackofficeProgram Start(params IEnumerable<string> arguments)
    {
        var program = BackofficeProgram.Start(_folder, Environment, [.. arguments, "--data", Data]);
        _programs.Add(program);
        return program;
    }

    /// <summary>Runs a command on this installation to its end.</summary>
    public Task<Ended> RunAsync(params IEnumerable<string> arguments) => Start(arguments).EndAsync();

    /// <summary>Runs the suite and waits until it is ready.</summary>
    public async Task<BackofficeProgram> UpAsync(params IEnumerable<string> arguments)
    {
        var suite = StartUp(arguments);
        await suite.SaysAsync("READY");
        return suite;
    }

    /// <summary>Runs the suite where it cannot run, to its end.</summary>
    public Task<Ended> UpEndsAsync(params IEnumerable<string> arguments) => StartUp(arguments).EndAsync();

    public BackofficeProgram StartUp(params IEnumerable<string> arguments) => Start(["up", "--http", $"{HttpPort}", "--grpc", $"{GrpcPort}", .. arguments]);

    /// <summary>Calls the gateway as an account of a demonstration, with the token the program gives.</summary>
    public async Task<CallInvoker> AsAsync(string account)
    {
        var token = await RunAsync("token", "--user", account);
        token.ExitCode.ShouldBe(0, token.All);
        return _channel.Value.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token.Output.Trim()}");
            return metadata;
        });
    }

    /// <summary>Runs statements on a service's records while nothing runs.</summary>
    public void Alter(string service, string statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "services", $"{service}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // The tests' own text.
#pragma warning disable CA2100
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
            await program.DisposeAsync();
        if (_channel.IsValueCreated)
            _channel.Value.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
