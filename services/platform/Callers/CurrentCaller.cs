namespace Backoffice.Platform.Callers;

/// <summary>Holds the caller of the running call; filled before the handler is made, so that a handler can ask for <see cref="Caller"/>.</summary>
internal sealed class CurrentCaller
{
    public Caller? Value { get; set; }
}
