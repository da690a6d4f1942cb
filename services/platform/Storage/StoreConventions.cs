using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Backoffice.Platform.Storage;

/// <summary>How every service stores: instants as UTC ticks, enums as text, keys made by the service, snake_case names.</summary>
internal static class StoreConventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        // SQLite cannot compare DateTimeOffset, and PostgreSQL would cut 100 ns off; ticks are the same on both.
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configuration.Conventions.Add(_ => new StoredForm());
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(t => t.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));

    private sealed class StoredForm : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            {
                if (entity.GetTableName() is { } table)
                    entity.SetTableName(SnakeCase(table));
                foreach (var property in entity.GetProperties())
                    Store(property);
                foreach (var property in entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties()))
                    Store(property);
            }
        }

        private static void Store(IConventionProperty property)
        {
            property.SetColumnName(SnakeCase(property.Name));
            if (property.ClrType.IsEnum && property.GetValueConverter() is null)
                property.SetProviderClrType(typeof(string));
            // A key made here and left "generated on add" would make EF update rows that it should insert.
            if (property.ClrType == typeof(Guid) && property.IsPrimaryKey())
                property.SetValueGenerated(ValueGenerated.Never);
            if (property.Name == nameof(Versioned.Revision) && typeof(Versioned).IsAssignableFrom(property.DeclaringType.ClrType))
                property.SetIsConcurrencyToken(true);
        }

        private static string SnakeCase(string name)
        {
            var snake = new StringBuilder(name.Length + 8);
            for (var i = 0; i < name.Length; i++)
            {
                if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]) && name[i - 1] != '_')
                    snake.Append('_');
                snake.Append(char.ToLowerInvariant(name[i]));
            }
            return snake.ToString();
        }
    }
}
