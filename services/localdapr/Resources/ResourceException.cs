namespace Backoffice.LocalDapr.Resources;

/// <summary>
/// The resource folder asks for something the runtime cannot honour. Starting anyway would be a runtime that differs from
/// production in silence, so the message names the file and the key for the person who has to mend them.
/// </summary>
public sealed class ResourceException(string message, Exception? inner = null) : Exception(message, inner);
