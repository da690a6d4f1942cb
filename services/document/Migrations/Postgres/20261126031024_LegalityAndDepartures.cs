using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LegalityAndDepartures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "released_count",
                schema: "document",
                table: "matters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                schema: "document",
                table: "matter_readings",
                type: "text",
                nullable: false,
                defaultValue: "");

            // What has ended so far was read.
            migrationBuilder.Sql("UPDATE document.matter_readings SET outcome = CASE WHEN end_time IS NULL THEN 'Unspecified' ELSE 'Read' END");

            migrationBuilder.CreateTable(
                name: "issuing_years",
                schema: "document",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    explain_time = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuing_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_legality_reviews",
                schema: "document",
                columns: table => new
                {
                    outgoing_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    start_day = table.Column<DateOnly>(type: "date", nullable: false),
                    end_day = table.Column<DateOnly>(type: "date", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    emergency_reason = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    content_sha256 = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_legality_reviews", x => x.outgoing_document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_legality_reviews_outgoing_documents_outgo~",
                        column: x => x.outgoing_document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_matter_readings_reader",
                schema: "document",
                table: "matter_readings",
                column: "reader",
                filter: "end_time IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "issuing_years",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_legality_reviews",
                schema: "document");

            migrationBuilder.DropIndex(
                name: "IX_matter_readings_reader",
                schema: "document",
                table: "matter_readings");

            migrationBuilder.DropColumn(
                name: "released_count",
                schema: "document",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "outcome",
                schema: "document",
                table: "matter_readings");
        }
    }
}
