using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexedReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_indexed",
                schema: "document",
                table: "incoming_documents",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateIndex(
                name: "ix_incoming_documents_not_indexed",
                schema: "document",
                table: "incoming_documents",
                column: "order_key",
                filter: "NOT is_indexed");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_incoming_documents_not_indexed",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "is_indexed",
                schema: "document",
                table: "incoming_documents");
        }
    }
}
