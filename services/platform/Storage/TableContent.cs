using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Backoffice.Platform.Storage;

/// <summary>How many rows a table has, and one hash over all of them in the order of their key.</summary>
internal sealed record TableDigest(long Rows, string Hash);

/// <summary>A whole table of a store, whatever is in it.</summary>
internal sealed class TableContent(ServiceDb db, Type row)
{
    private readonly IEntityType _type = db.Model.FindEntityType(row) ?? throw new InvalidOperationException($"{row.Name} is no table of this store.");

    public string Name => _type.GetTableName()!;

    public async Task<TableDigest> DigestAsync(CancellationToken stop)
    {
        var key = string.Join(", ", _type.FindPrimaryKey()!.Properties.Select(p => Quoted(p.GetColumnName())));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        // Names come from the model, quoted by the provider.
#pragma warning disable CA2100
        command.CommandText = $"SELECT * FROM {Table} ORDER BY {key}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(stop);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        for (; await reader.ReadAsync(stop); rows++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
                Append(hash, reader.GetValue(column));
        }
        return new TableDigest(rows, Convert.ToHexString(hash.GetHashAndReset()));
    }

    public Task EmptyAsync(CancellationToken stop) =>
#pragma warning disable EF1002 // as above
        db.Database.ExecuteSqlRawAsync($"DELETE FROM {Table}", stop);
#pragma warning restore EF1002

    private string Table => Sql.DelimitIdentifier(Name, _type.GetSchema());

    private ISqlGenerationHelper Sql => db.Database.GetService<ISqlGenerationHelper>();

    private string Quoted(string column) => Sql.DelimitIdentifier(column);

    private static void Append(IncrementalHash hash, object value)
    {
        var bytes = value switch
        {
            DBNull => [],
            byte[] binary => binary,
            DateTime time => Encoding.UTF8.GetBytes(time.Ticks.ToString(CultureInfo.InvariantCulture)),
            _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        };
        // With its length, so that what ends one value cannot begin the next.
        hash.AppendData(BitConverter.GetBytes(value is DBNull ? -1 : bytes.Length));
        hash.AppendData(bytes);
    }
}
