using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <summary>Of PostgreSQL only, and of a table that the model does not describe: the model stays as it was.</summary>
    [DbContext(typeof(PostgresDocumentDb))]
    [Migration("20261126230000_SlimSearchIndex")]
    public partial class SlimSearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepTextBesideIndex("incoming_document_index");
            migrationBuilder.KeepTextBesideIndex("outgoing_document_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepTextWithinIndex("incoming_document_index");
            migrationBuilder.KeepTextWithinIndex("outgoing_document_index");
        }
    }
}
