namespace Backoffice.Bench.Raw;

/// <summary>In what a copy of a row differs from its original.</summary>
internal enum Difference
{
    /// <summary>A key; copies are in the order of time, as the suite's keys are.</summary>
    Id,

    /// <summary>A resource name that ends with a key.</summary>
    Name,

    /// <summary>A number of a row of numbers; copies lie below their originals, or so far above them as is said.</summary>
    Number,

    /// <summary>An instant; each copy is a minute older than the next.</summary>
    Instant,

    /// <summary>Text that others must not share.</summary>
    Text,

    /// <summary>A hash.</summary>
    Hash,

    /// <summary>None; but it is written as a new value is, and not as the original happens to be stored.</summary>
    Anew,
}
