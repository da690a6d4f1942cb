using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Bench.City;

/// <summary>What differs in a message that is kept as bytes: texts and moments, in it and in the messages within it.</summary>
internal static class MessagePlaces
{
    /// <summary>Makes the message of a cast, the same one at every call; null where nothing differs.</summary>
    public static Func<Cast, IMessage>? Of(IMessage message, Original original)
    {
        var setters = new List<Action<Cast>>();
        Collect(message, original, setters);
        if (setters.Count == 0)
            return null;
        return cast =>
        {
            foreach (var set in setters)
                set(cast);
            return message;
        };
    }

    private static void Collect(IMessage message, Original original, List<Action<Cast>> setters)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(f => !f.IsRepeated))
        {
            switch (field.Accessor.GetValue(message))
            {
                case string { Length: > 0 } when field.Name == "due_explanation":
                    setters.Add(_ => field.Accessor.SetValue(message, Original.DueExplanation));
                    break;
                case string text when original.PlaceOf(text) is { } place:
                    setters.Add(cast => field.Accessor.SetValue(message, place(cast)));
                    break;
                case Timestamp time:
                    var moment = original.PlaceOf(time.ToDateTimeOffset());
                    setters.Add(cast => field.Accessor.SetValue(message, Timestamp.FromDateTimeOffset(moment(cast))));
                    break;
                case IMessage within:
                    Collect(within, original, setters);
                    break;
            }
        }
    }
}
