namespace Backoffice.Bench.City;

/// <summary>One document of the city and its handling: what is poured into the moulds.</summary>
internal sealed class Cast
{
    /// <param name="document">Its key.</param>
    /// <param name="matter">Key of the matter it is handled in.</param>
    /// <param name="handlers">By <see cref="Part"/>.</param>
    /// <param name="times">When it was registered, and when each act was done.</param>
    public Cast(Guid document, Guid matter, Resident[] handlers, DateTimeOffset[] times)
    {
        (Document, Matter, Handlers, Times) = (document, matter, handlers, times);
        (DocumentText, MatterText) = (document.ToString(), matter.ToString());
    }

    public Guid Document { get; }

    public string DocumentText { get; }

    public Guid Matter { get; }

    public string MatterText { get; }

    public Resident[] Handlers { get; }

    public DateTimeOffset[] Times { get; }

    public Resident Of(Part part) => Handlers[(int)part];
}
