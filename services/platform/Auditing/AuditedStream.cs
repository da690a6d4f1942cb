using Grpc.Core;

namespace Backoffice.Platform.Auditing;

/// <summary>Writes the audit entry before the first message leaves, so that nothing is read unseen.</summary>
internal sealed class AuditedStream<T>(IServerStreamWriter<T> inner, Func<Task> audit) : IServerStreamWriter<T>
{
    private bool _audited;

    public WriteOptions? WriteOptions
    {
        get => inner.WriteOptions;
        set => inner.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (!_audited)
            await audit();
        _audited = true;
        await inner.WriteAsync(message, cancellationToken);
    }
}
