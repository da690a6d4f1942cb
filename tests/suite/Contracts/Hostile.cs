using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>One request, and the text by which it is known.</summary>
/// <param name="Field">The field of a message, and what is in it: the same wherever a call carries that message.</param>
internal sealed record HostileRequest(string What, string Marker, byte[] Bytes, string Field = "");

/// <summary>Takes a plausible message and puts one hostile value after the other into one field after the other.</summary>
internal static class Hostile
{
    /// <summary>Requests of one rpc; <paramref name="markers"/> gives each a text of its own, by which it is known wherever it turns up.</summary>
    public static IEnumerable<HostileRequest> Of(MessageDescriptor type, Func<string> markers, Random random)
    {
        foreach (var mutant in Mutants(type, markers))
            yield return new HostileRequest(mutant.What, mutant.Marker, mutant.Message.ToByteArray(), mutant.Field);
        yield return new HostileRequest("nothing", markers(), []);
        foreach (var what in new[] { "sound", "cut off", "cut off", "cut off", "one bit", "one bit", "one bit", "one bit" })
        {
            var marker = markers();
            yield return new HostileRequest(what, marker, Damage(Plausible.Message(type, marker).ToByteArray(), what, random));
        }
        // Field 1 with every wire type, and text that is not UTF-8.
        for (var wire = 0; wire < 8; wire++)
            yield return new HostileRequest($"wire type {wire}", markers(), [(byte)(8 | wire), 3, 0xff, 0xfe, 0xc0]);
    }

    private static byte[] Damage(byte[] sound, string what, Random random)
    {
        if (what == "cut off" && sound.Length > 1)
            return sound[..random.Next(1, sound.Length)];
        if (what == "one bit" && sound.Length > 0)
            sound[random.Next(sound.Length)] ^= (byte)(1 << random.Next(8));
        return sound;
    }

    private static IEnumerable<(string What, string Marker, IMessage Message, string Field)> Mutants(MessageDescriptor type, Func<string> markers)
    {
        foreach (var field in type.Fields.InFieldNumberOrder().Where(f => !f.IsMap))
        {
            for (var i = 0; i < Values(field, "").Count; i++)
            {
                var marker = markers();
                var message = Plausible.Message(type, marker);
                Put(message, field, Values(field, marker)[i]);
                yield return ($"{field.Name} = {Show(Values(field, marker)[i])}", marker, message, $"{field.FullName} {i}");
            }
            if (field is not { FieldType: FieldType.Message, IsRepeated: false } || field.MessageType.File.Package.StartsWith("google.", StringComparison.Ordinal))
                continue;
            foreach (var inner in Mutants(field.MessageType, markers))
            {
                var message = Plausible.Message(type, inner.Marker);
                field.Accessor.SetValue(message, inner.Message);
                yield return ($"{field.Name}.{inner.What}", inner.Marker, message, inner.Field);
            }
        }
    }

    /// <summary>Sets a field to a value, or a list to a value or values alone.</summary>
    public static void Put(IMessage message, FieldDescriptor field, object value)
    {
        if (!field.IsRepeated)
        {
            field.Accessor.SetValue(message, value);
            return;
        }
        var list = (IList)field.Accessor.GetValue(message);
        list.Clear();
        foreach (var item in value is IList many ? many : new[] { value })
            list.Add(item);
    }

    private static List<object> Values(FieldDescriptor field, string marker)
    {
        List<object> values = field.FieldType switch
        {
            FieldType.String => Texts(marker),
            FieldType.Bytes => [ByteString.Empty, ByteString.CopyFrom(new byte[3 << 20]), ByteString.CopyFromUtf8("PK\u0003\u0004" + marker), ByteString.CopyFromUtf8("#!" + marker)],
            FieldType.Int32 => [int.MinValue, -1, 0, int.MaxValue],
            FieldType.Int64 => [long.MinValue, -1L, 0L, long.MaxValue],
            FieldType.Enum => [System.Enum.ToObject(field.EnumType.ClrType, 0), System.Enum.ToObject(field.EnumType.ClrType, -1), System.Enum.ToObject(field.EnumType.ClrType, 999)],
            FieldType.Message when field.MessageType == Timestamp.Descriptor => [new Timestamp { Seconds = long.MaxValue }, new Timestamp { Seconds = long.MinValue }, new Timestamp { Nanos = -1 }, new Timestamp { Seconds = -62135596800 }],
            FieldType.Message when field.MessageType == Google.Type.Date.Descriptor => [new Google.Type.Date { Year = -1 }, new Google.Type.Date { Year = 2026, Month = 2, Day = 31 }, new Google.Type.Date { Year = int.MaxValue, Month = 1, Day = 1 }],
            FieldType.Message when field.MessageType == FieldMask.Descriptor => [new FieldMask(), new FieldMask { Paths = { "*", marker, "a.b.c", "" } }, new FieldMask { Paths = { Enumerable.Repeat("title", 10_000) } }],
            _ => (List<object>)[],
        };
        if (!field.IsRepeated || values.Count == 0)
            return values;
        return [.. values, values.Take(1).ToList(), Enumerable.Repeat(values[^1], 3_000).ToList()];
    }

    private static List<object> Texts(string marker) =>
    [
        "", "\0", $"{marker}\u0001", $"{marker}\u202e\ufeff", new string('长', 600) + marker, new string('x', 200_000) + marker, $"../../../{marker}", $"'; DROP TABLE events; -- {marker}",
        $"\" OR \"\"=\" {marker}", $"<script>alert('{marker}')</script>", "%00%0a", "${jndi:ldap://x}", "incomingDocuments/" + new string('-', 36), "units/" + marker, "9999-99-99", "😀𠮷",
    ];

    private static string Show(object value) => value is IList list ? $"{list.Count} items" : value.ToString() is { Length: > 30 } text ? text[..30] : $"{value}";
}
