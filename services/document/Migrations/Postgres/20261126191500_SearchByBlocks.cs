using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <summary>Of PostgreSQL only, and of an index that the model does not describe: the model stays as it was.</summary>
    [DbContext(typeof(PostgresDocumentDb))]
    [Migration("20261126191500_SearchByBlocks")]
    public partial class SearchByBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.IndexTextByBlocks("incoming_document_index");
            migrationBuilder.IndexTextByBlocks("outgoing_document_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.IndexTextWithoutBlocks("incoming_document_index");
            migrationBuilder.IndexTextWithoutBlocks("outgoing_document_index");
        }
    }
}
