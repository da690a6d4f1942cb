using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Backoffice.Platform.Storage;

/// <summary>Lets `dotnet ef` make migrations for SQLite without a running service.</summary>
public abstract class SqliteDesignFactory<TDb> : IDesignTimeDbContextFactory<TDb> where TDb : DbContext
{
    public TDb CreateDbContext(string[] args) => (TDb)Activator.CreateInstance(typeof(TDb), new DbContextOptionsBuilder<TDb>().UseSqlite().Options)!;
}

/// <summary>Lets `dotnet ef` make migrations for PostgreSQL without a running service.</summary>
public abstract class PostgresDesignFactory<TDb> : IDesignTimeDbContextFactory<TDb> where TDb : DbContext
{
    public TDb CreateDbContext(string[] args) => (TDb)Activator.CreateInstance(typeof(TDb), new DbContextOptionsBuilder<TDb>().UseNpgsql().Options)!;
}
