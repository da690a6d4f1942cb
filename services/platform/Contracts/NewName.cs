namespace Backoffice.Platform.Contracts;

/// <summary>Names of new resources whose last part a caller may choose.</summary>
public static class NewName
{
    /// <summary>`{collection}/{id}`, with an id of the service's own when none was chosen.</summary>
    public static string Of(string collection, string id) => $"{collection}/{(id.Length > 0 ? id : $"{collection[0]}{Guid.CreateVersion7():N}")}";
}
