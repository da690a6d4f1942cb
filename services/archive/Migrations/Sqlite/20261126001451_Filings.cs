using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Archive.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Filings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "archive_items",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "retention_reason",
                table: "archive_items",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "archive_items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "archive_item_files",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_item_files", x => new { x.item_id, x.number });
                    table.ForeignKey(
                        name: "FK_archive_item_files_archive_items_item_id",
                        column: x => x.item_id,
                        principalTable: "archive_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "filings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    archive_item = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    attempt_count = table.Column<int>(type: "INTEGER", nullable: false),
                    create_time = table.Column<long>(type: "INTEGER", nullable: false),
                    next_attempt_time = table.Column<long>(type: "INTEGER", nullable: false),
                    file_time = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_archive_items_source",
                table: "archive_items",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_filings_create_time_source",
                table: "filings",
                columns: new[] { "create_time", "source" });

            migrationBuilder.CreateIndex(
                name: "IX_filings_source",
                table: "filings",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_filings_state_next_attempt_time",
                table: "filings",
                columns: new[] { "state", "next_attempt_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archive_item_files");

            migrationBuilder.DropTable(
                name: "filings");

            migrationBuilder.DropIndex(
                name: "IX_archive_items_source",
                table: "archive_items");

            migrationBuilder.DropColumn(
                name: "details",
                table: "archive_items");

            migrationBuilder.DropColumn(
                name: "retention_reason",
                table: "archive_items");

            migrationBuilder.DropColumn(
                name: "source",
                table: "archive_items");
        }
    }
}
