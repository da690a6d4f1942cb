using System.Text.Json;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;

namespace Backoffice.Bench.City;

/// <summary>Seals rows of acts to those before them, as the suite does and proves later.</summary>
internal sealed class ActSeals(Mould act)
{
    private readonly int _number = act.Place("number");
    private readonly int _verb = act.Place("verb");
    private readonly int _person = act.Place("actor_person");
    private readonly int _name = act.Place("actor_name");
    private readonly int _post = act.Place("actor_post");
    private readonly int _behalf = act.Place("on_behalf_of");
    private readonly int _time = act.Place("time");
    private readonly int _step = act.Place("step");
    private readonly int _toStep = act.Place("to_step");
    private readonly int _task = act.Place("task");
    private readonly int _opinion = act.Place("opinion");
    private readonly int _form = act.Place("opinion_form");
    private readonly int _seen = act.Place("seen_sha256");
    private readonly int _targets = act.Place("targets");
    private readonly int _changes = act.Place("changes");
    private readonly int _seal = act.Place("seal");

    /// <summary>Writes the seal into the row, and returns it for the next.</summary>
    public string Seal(object?[] row, Guid matter, string before)
    {
        var sealing = new ActRow
        {
            MatterId = matter,
            Number = Convert.ToInt32(row[_number]),
            Verb = Enum.Parse<Verb>((string)row[_verb]!),
            ActorPerson = (string)row[_person]!,
            ActorName = (string)row[_name]!,
            ActorPost = (string)row[_post]!,
            OnBehalfOf = (string)row[_behalf]!,
            Time = new DateTimeOffset((long)row[_time]!, TimeSpan.Zero),
            Step = (string)row[_step]!,
            ToStep = (string)row[_toStep]!,
            Task = Convert.ToInt32(row[_task]),
            Opinion = (string)row[_opinion]!,
            OpinionForm = Enum.Parse<OpinionForm>((string)row[_form]!),
            SeenSha256 = (string)row[_seen]!,
            // A list is JSON in SQLite.
            Targets = row[_targets] is string json ? JsonSerializer.Deserialize<string[]>(json)! : (string[])row[_targets]!,
            Changes = (string)row[_changes]!,
        };
        sealing.SealTo(before);
        row[_seal] = sealing.Seal;
        return sealing.Seal;
    }
}
