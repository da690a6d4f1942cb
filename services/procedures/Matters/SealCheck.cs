namespace Backoffice.Procedures.Matters;

/// <summary>Proves a history: seals recomputed, and the state folded again from nothing.</summary>
public static class SealCheck
{
    /// <summary>True when every act bears the seal it must, without gaps, and the last is the matter's.</summary>
    public static bool Holds(Matter matter, IEnumerable<ActRow> acts)
    {
        var (seal, number) = ("", 0);
        foreach (var act in acts)
        {
            if (act.Number != ++number || act.Seal != act.SealOn(seal))
                return false;
            seal = act.Seal;
        }
        return number == matter.ActCount && seal == matter.Seal;
    }

    /// <summary>The state that the acts lead to.</summary>
    public static MatterState Fold(IEnumerable<ActRow> acts) => acts.SelectMany(a => a.ReadChanges())
        .Aggregate(new MatterState { Status = V1.MatterState.Running }, (state, change) => state.Apply(change));
}
