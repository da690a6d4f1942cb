using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Archive.Migrations.Postgres
{
    /// <summary>Of PostgreSQL only, and of an index that the model does not describe: the model stays as it was.</summary>
    [DbContext(typeof(PostgresArchiveDb))]
    [Migration("20261126191500_SearchByBlocks")]
    public partial class SearchByBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.IndexTextByBlocks("archive_item_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.IndexTextWithoutBlocks("archive_item_index");
        }
    }
}
