using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Archive.Migrations.Postgres
{
    /// <summary>Of PostgreSQL only, and of a table that the model does not describe: the model stays as it was.</summary>
    [DbContext(typeof(PostgresArchiveDb))]
    [Migration("20261126230000_SlimSearchIndex")]
    public partial class SlimSearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepTextBesideIndex("archive_item_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepTextWithinIndex("archive_item_index");
        }
    }
}
