using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LegalityAndDepartures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "released_count",
                table: "matters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "matter_readings",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // What has ended so far was read.
            migrationBuilder.Sql("UPDATE matter_readings SET outcome = CASE WHEN end_time IS NULL THEN 'Unspecified' ELSE 'Read' END");

            migrationBuilder.CreateTable(
                name: "issuing_years",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    explanation = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    explain_time = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuing_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_legality_reviews",
                columns: table => new
                {
                    outgoing_document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    opinion = table.Column<string>(type: "TEXT", nullable: false),
                    start_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    working_days = table.Column<int>(type: "INTEGER", nullable: false),
                    emergency_reason = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_legality_reviews", x => x.outgoing_document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_legality_reviews_outgoing_documents_outgoing_document_id",
                        column: x => x.outgoing_document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_matter_readings_reader",
                table: "matter_readings",
                column: "reader",
                filter: "end_time IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "issuing_years");

            migrationBuilder.DropTable(
                name: "outgoing_document_legality_reviews");

            migrationBuilder.DropIndex(
                name: "IX_matter_readings_reader",
                table: "matter_readings");

            migrationBuilder.DropColumn(
                name: "released_count",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "matter_readings");
        }
    }
}
