using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Backoffice.Platform.Storage;

/// <summary>
/// A query of what is asked most, which EF translates once: building its expression, walking it, looking it up and taking its
/// parameters out of it cost, at every call, about as much as a handful of statements along an index.
/// </summary>
/// <typeparam name="TDb">The store asked.</typeparam>
/// <typeparam name="TKey">What decides which rows; a value of the database's or a list of them, not an object.</typeparam>
/// <typeparam name="TRow">What is found.</typeparam>
/// <param name="rows">The rows of a key; may include what belongs to them.</param>
public sealed class CompiledQuery<TDb, TKey, TRow>(Expression<Func<TDb, TKey, IQueryable<TRow>>> rows)
    where TDb : DbContext
    where TRow : class
{
    private readonly PerModel<Func<TDb, TKey, CancellationToken, Task<TRow?>>> _kept = new(() => One(rows.Body, rows.Parameters));
    private readonly PerModel<Func<TDb, TKey, CancellationToken, Task<TRow?>>> _read = new(() => One(Expression.Call(Asked.AsNoTracking, rows.Body), rows.Parameters));
    private readonly PerModel<Func<TDb, TKey, IAsyncEnumerable<TRow>>> _all = new(() => EF.CompileAsyncQuery(rows));
    private readonly PerModel<Func<TDb, TKey, IAsyncEnumerable<TRow>>> _listed = new(() =>
        EF.CompileAsyncQuery(Expression.Lambda<Func<TDb, TKey, IQueryable<TRow>>>(Expression.Call(Asked.AsNoTracking, rows.Body), rows.Parameters)));

    /// <summary>The one row of a key, to change it; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public Task<TRow?> OneAsync(TDb db, TKey key, CancellationToken stop) => _kept.Of(db)(db, key, stop);

    /// <summary>The same only to be read.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public Task<TRow?> ReadOneAsync(TDb db, TKey key, CancellationToken stop) => _read.Of(db)(db, key, stop);

    /// <summary>All rows of a key, to change them.</summary>
    public ValueTask<List<TRow>> AllAsync(TDb db, TKey key, CancellationToken stop) => _all.Of(db)(db, key).ToListAsync(stop);

    /// <summary>The same only to be read.</summary>
    public ValueTask<List<TRow>> ReadAsync(TDb db, TKey key, CancellationToken stop) => _listed.Of(db)(db, key).ToListAsync(stop);

    private static Func<TDb, TKey, CancellationToken, Task<TRow?>> One(Expression found, IEnumerable<ParameterExpression> parameters) => EF.CompileAsyncQuery(
        Expression.Lambda<Func<TDb, TKey, CancellationToken, TRow?>>(Expression.Call(Asked.SingleOrDefault, found), [.. parameters, Expression.Parameter(typeof(CancellationToken))]));

    private static class Asked
    {
        public static readonly MethodInfo SingleOrDefault = new Func<IQueryable<TRow>, TRow?>(Queryable.SingleOrDefault).Method;
        public static readonly MethodInfo AsNoTracking = new Func<IQueryable<TRow>, IQueryable<TRow>>(EntityFrameworkQueryableExtensions.AsNoTracking).Method;
    }
}

/// <summary>The same with two keys, only to be read.</summary>
/// <typeparam name="TDb">The store asked.</typeparam>
/// <typeparam name="TKey">What decides which rows; a value of the database's or a list of them, not an object.</typeparam>
/// <typeparam name="TOther">What else does.</typeparam>
/// <typeparam name="TRow">What is found; nothing that the store would track.</typeparam>
/// <param name="rows">The rows of the keys.</param>
public sealed class CompiledQuery<TDb, TKey, TOther, TRow>(Expression<Func<TDb, TKey, TOther, IQueryable<TRow>>> rows)
    where TDb : DbContext
{
    private readonly PerModel<Func<TDb, TKey, TOther, IAsyncEnumerable<TRow>>> _listed = new(() => EF.CompileAsyncQuery(rows));

    /// <summary>All rows of the keys.</summary>
    public ValueTask<List<TRow>> ReadAsync(TDb db, TKey key, TOther other, CancellationToken stop) => _listed.Of(db)(db, key, other).ToListAsync(stop);
}

/// <summary>A query compiled once for each model: a process may hold stores of both kinds.</summary>
/// <typeparam name="T">What runs it, as EF compiles it.</typeparam>
/// <param name="make">Compiles it.</param>
public sealed class PerModel<T>(Func<T> make) where T : class
{
    private readonly ConditionalWeakTable<IModel, T> _made = [];

    /// <summary>What runs it on a store.</summary>
    public T Of(DbContext db) => _made.GetValue(db.Model, _ => make());
}
