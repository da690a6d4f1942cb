namespace Backoffice.Regulations.Documents;

/// <summary>Our own organ, as far as the names of others are understood from it: a department of a place.</summary>
/// <param name="Name">青山市民政局</param>
/// <param name="Level">The level of the government it belongs to.</param>
/// <param name="Line">条线: the word every department of its line has in its name, 民政.</param>
/// <param name="Places">The names of the places above it and its own, with the level of each: 江南省, 青山市.</param>
public sealed record OwnOrgan(string Name, OrganLevel Level, string Line, IReadOnlyDictionary<string, OrganLevel> Places);
