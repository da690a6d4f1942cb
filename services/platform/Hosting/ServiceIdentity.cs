namespace Backoffice.Platform.Hosting;

/// <summary>Which service this is: its Dapr app id, database schema and the middle of its proto package, e.g. `document`.</summary>
public sealed record ServiceIdentity(string Name);
