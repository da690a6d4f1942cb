namespace Backoffice.Procedures.Matters;

/// <summary>What a matter is about, as its inbox lines show it.</summary>
/// <param name="Name">The resource, e.g. `incomingDocuments/{id}`.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its official number; empty while there is none.</param>
/// <param name="Urgency">0 ordinary, 1 加急, 2 特急.</param>
public sealed record MatterSubject(string Name, string Title, string Number, int Urgency);
