using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <summary>Of SQLite only, and of a table that the model does not describe: the model stays as it was.</summary>
    [DbContext(typeof(SqliteDocumentDb))]
    [Migration("20261127030000_MergeSearchIndex")]
    public partial class MergeSearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MergeTextIndexFully("incoming_document_index");
            migrationBuilder.MergeTextIndexFully("outgoing_document_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MergeTextIndexAsBefore("incoming_document_index");
            migrationBuilder.MergeTextIndexAsBefore("outgoing_document_index");
        }
    }
}
