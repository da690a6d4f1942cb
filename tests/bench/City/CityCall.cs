using Backoffice.Bench.Measuring;

namespace Backoffice.Bench.City;

/// <summary>Something that people of the city do, again and again.</summary>
/// <param name="Work">What it is.</param>
/// <param name="Part">Which part of the calls shall be answered within the figure.</param>
/// <param name="Count">How many make one figure.</param>
/// <param name="PrepareAsync">What has to be there before so many calls, outside the time measured.</param>
/// <param name="CallAsync">The n-th of them.</param>
internal sealed record CityCall(string Work, double Part, int Count, Func<int, Task> PrepareAsync, Func<int, Task> CallAsync)
{
    /// <summary>Milliseconds within which the part of the calls was answered.</summary>
    public async Task<double> MeasureAsync(bool quick)
    {
        var count = quick ? Math.Min(5, Count) : Count;
        await PrepareAsync(count);
        return await Load.WithinAsync(Part, count, CallAsync);
    }
}
