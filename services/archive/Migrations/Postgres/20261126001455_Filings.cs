using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Archive.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Filings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "details",
                schema: "archive",
                table: "archive_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "retention_reason",
                schema: "archive",
                table: "archive_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "source",
                schema: "archive",
                table: "archive_items",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "archive_item_files",
                schema: "archive",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_item_files", x => new { x.item_id, x.number });
                    table.ForeignKey(
                        name: "FK_archive_item_files_archive_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "archive",
                        principalTable: "archive_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "filings",
                schema: "archive",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    archive_item = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    attempt_count = table.Column<int>(type: "integer", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    next_attempt_time = table.Column<long>(type: "bigint", nullable: false),
                    file_time = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_archive_items_source",
                schema: "archive",
                table: "archive_items",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_filings_create_time_source",
                schema: "archive",
                table: "filings",
                columns: new[] { "create_time", "source" });

            migrationBuilder.CreateIndex(
                name: "IX_filings_source",
                schema: "archive",
                table: "filings",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_filings_state_next_attempt_time",
                schema: "archive",
                table: "filings",
                columns: new[] { "state", "next_attempt_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archive_item_files",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "filings",
                schema: "archive");

            migrationBuilder.DropIndex(
                name: "IX_archive_items_source",
                schema: "archive",
                table: "archive_items");

            migrationBuilder.DropColumn(
                name: "details",
                schema: "archive",
                table: "archive_items");

            migrationBuilder.DropColumn(
                name: "retention_reason",
                schema: "archive",
                table: "archive_items");

            migrationBuilder.DropColumn(
                name: "source",
                schema: "archive",
                table: "archive_items");
        }
    }
}
