namespace Backoffice.Document.Search;

/// <summary>A document that is found by what is in it.</summary>
internal interface ISearched
{
    Guid Id { get; }

    /// <summary>Its place in lists, and its key in the index.</summary>
    long OrderKey { get; }

    /// <summary>False while the index does not know its latest text, number or readers.</summary>
    bool IsIndexed { get; }

    /// <summary>Enters it in the index that searches use.</summary>
    Task PutInIndexAsync(DocumentDb db, CancellationToken stop);
}
