using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Storage;

/// <summary>What belongs to rows that were found: one kind of it, or several.</summary>
/// <typeparam name="TDb">The store asked.</typeparam>
/// <typeparam name="TOwner">What it belongs to.</typeparam>
public interface IPartsOf<in TDb, in TOwner>
{
    /// <summary>Puts the parts of rows that are tracked where they belong, to be changed with them.</summary>
    Task LoadAsync(TDb db, IReadOnlyCollection<TOwner> owners, CancellationToken stop);

    /// <summary>Puts the parts of rows that are not tracked where they belong, only to be read.</summary>
    Task ReadAsync(TDb db, IReadOnlyCollection<TOwner> owners, CancellationToken stop);
}

/// <summary>
/// Parts of one kind, many to an owner, asked by the owners' ids alone. A split query of EF's repeats the whole query of the
/// owners, with all of its joins, for each kind of part: on PostgreSQL planning those took longer than all the rest of a read.
/// </summary>
/// <typeparam name="TDb">The store asked.</typeparam>
/// <typeparam name="TOwner">What they belong to.</typeparam>
/// <typeparam name="TPart">What they are.</typeparam>
/// <param name="ownerOf">Whose a part is.</param>
/// <param name="idOf">The id of an owner.</param>
/// <param name="placeOf">Where an owner has them; EF knows the same place as the navigation to them.</param>
/// <param name="further">What belongs to them in turn.</param>
public sealed class PartsOf<TDb, TOwner, TPart>(Expression<Func<TPart, Guid>> ownerOf, Func<TOwner, Guid> idOf, Func<TOwner, ICollection<TPart>> placeOf, IPartsOf<TDb, TPart>? further = null)
    : IPartsOf<TDb, TOwner>
    where TDb : DbContext
    where TPart : class
{
    private readonly CompiledQuery<TDb, Guid, TPart> _ofOne = new(Where<Guid>(id => Expression.Equal(ownerOf.Body, id), ownerOf));
    private readonly CompiledQuery<TDb, IReadOnlyList<Guid>, TPart> _ofSeveral = new(Where<IReadOnlyList<Guid>>(
        ids => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)], ids, ownerOf.Body), ownerOf));
    private readonly Func<TPart, Guid> _ownerOf = ownerOf.Compile();

    /// <inheritdoc/>
    public async Task LoadAsync(TDb db, IReadOnlyCollection<TOwner> owners, CancellationToken stop)
    {
        if (owners.Count == 0)
            return;
        // EF puts what it tracks where it belongs.
        var parts = owners.Count == 1 ? await _ofOne.AllAsync(db, idOf(owners.First()), stop) : await _ofSeveral.AllAsync(db, IdsOf(owners), stop);
        await (further?.LoadAsync(db, parts, stop) ?? Task.CompletedTask);
    }

    /// <inheritdoc/>
    public async Task ReadAsync(TDb db, IReadOnlyCollection<TOwner> owners, CancellationToken stop)
    {
        if (owners.Count == 0)
            return;
        var parts = owners.Count == 1 ? await _ofOne.ReadAsync(db, idOf(owners.First()), stop) : await _ofSeveral.ReadAsync(db, IdsOf(owners), stop);
        var places = owners.ToDictionary(idOf, placeOf);
        foreach (var part in parts)
            places[_ownerOf(part)].Add(part);
        await (further?.ReadAsync(db, parts, stop) ?? Task.CompletedTask);
    }

    private List<Guid> IdsOf(IEnumerable<TOwner> owners) => [.. owners.Select(idOf)];

    private static Expression<Func<TDb, TKey, IQueryable<TPart>>> Where<TKey>(Func<ParameterExpression, Expression> condition, Expression<Func<TPart, Guid>> ownerOf)
    {
        var (db, key) = (Expression.Parameter(typeof(TDb), "db"), Expression.Parameter(typeof(TKey), "key"));
        var rows = Expression.Call(db, nameof(DbContext.Set), [typeof(TPart)]);
        var found = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(TPart)], rows, Expression.Lambda<Func<TPart, bool>>(condition(key), ownerOf.Parameters));
        return Expression.Lambda<Func<TDb, TKey, IQueryable<TPart>>>(found, db, key);
    }
}

/// <summary>Parts of several kinds, asked one after the other.</summary>
/// <typeparam name="TDb">The store asked.</typeparam>
/// <typeparam name="TOwner">What they belong to.</typeparam>
/// <param name="kinds">The kinds of them.</param>
public sealed class PartsOf<TDb, TOwner>(params IReadOnlyList<IPartsOf<TDb, TOwner>> kinds) : IPartsOf<TDb, TOwner>
{
    /// <inheritdoc/>
    public async Task LoadAsync(TDb db, IReadOnlyCollection<TOwner> owners, CancellationToken stop)
    {
        foreach (var kind in kinds)
            await kind.LoadAsync(db, owners, stop);
    }

    /// <inheritdoc/>
    public async Task ReadAsync(TDb db, IReadOnlyCollection<TOwner> owners, CancellationToken stop)
    {
        foreach (var kind in kinds)
            await kind.ReadAsync(db, owners, stop);
    }
}
