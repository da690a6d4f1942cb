using Backoffice.Platform.Errors;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Platform.Contracts;

/// <summary>The fields of a resource that an update may name, and how each is taken over.</summary>
public sealed class UpdateMask<TMessage, TEntity>(IReadOnlyDictionary<string, Action<TMessage, TEntity>> fields)
{
    /// <summary>Takes over the fields a mask names.</summary>
    /// <exception cref="Refusal">INVALID_UPDATE_MASK, before anything is changed.</exception>
    public void Apply(FieldMask mask, TMessage message, TEntity entity)
    {
        var unknown = mask.Paths.FirstOrDefault(p => !fields.ContainsKey(p));
        if (unknown is not null)
            throw PlatformErrors.InvalidUpdateMask(unknown);
        foreach (var path in mask.Paths)
            fields[path](message, entity);
    }

    /// <summary>Takes over every field, as on creation.</summary>
    public void ApplyAll(TMessage message, TEntity entity)
    {
        foreach (var copy in fields.Values)
            copy(message, entity);
    }
}
