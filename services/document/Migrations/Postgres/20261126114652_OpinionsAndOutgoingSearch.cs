using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpinionsAndOutgoingSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_indexed",
                schema: "document",
                table: "outgoing_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "frequent_opinions",
                schema: "document",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    use_count = table.Column<int>(type: "integer", nullable: false),
                    use_time = table.Column<long>(type: "bigint", nullable: false),
                    saved = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frequent_opinions", x => new { x.person, x.text });
                });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_documents_not_indexed",
                schema: "document",
                table: "outgoing_documents",
                column: "order_key",
                filter: "NOT is_indexed");

            migrationBuilder.CreateTextIndex("outgoing_document_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE outgoing_document_index");

            migrationBuilder.DropTable(
                name: "frequent_opinions",
                schema: "document");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_documents_not_indexed",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "is_indexed",
                schema: "document",
                table: "outgoing_documents");
        }
    }
}
