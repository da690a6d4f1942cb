using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClassificationLeaksAndPublication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "copy_numbers",
                schema: "document",
                table: "secrecy_marks",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "decision",
                schema: "document",
                table: "secrecy_marks",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "declassified_from",
                schema: "document",
                table: "secrecy_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "declassify_time",
                schema: "document",
                table: "secrecy_marks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_period_unmarked",
                schema: "document",
                table: "secrecy_marks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                schema: "document",
                table: "secrecy_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "open_from",
                schema: "document",
                table: "secrecy_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "referral",
                schema: "document",
                table: "secrecy_marks",
                type: "text",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<DateOnly>(
                name: "referral_due",
                schema: "document",
                table: "secrecy_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reviewed_on",
                schema: "document",
                table: "secrecy_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "authority",
                schema: "document",
                table: "secrecy_export_approvals",
                type: "text",
                nullable: false,
                defaultValue: "");

            // What was classified before is reviewed within a year from now.
            migrationBuilder.Sql("UPDATE document.secrecy_marks SET reviewed_on = CURRENT_DATE WHERE confirm_time IS NOT NULL AND level <> 'WorkSecret'");

            migrationBuilder.CreateTable(
                name: "leak_reports",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    discover_time = table.Column<long>(type: "bigint", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    measures = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    reporter = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    report_time = table.Column<long>(type: "bigint", nullable: true),
                    recipients = table.Column<string>(type: "text", nullable: false),
                    report_person = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leak_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publication_reviews",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_reviews", x => new { x.document_id, x.item });
                });

            migrationBuilder.CreateTable(
                name: "publications",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    uri = table.Column<string>(type: "text", nullable: false),
                    publish_time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    record_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_reviews",
                schema: "document",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    open_from = table.Column<DateOnly>(type: "date", nullable: true),
                    authority = table.Column<string>(type: "text", nullable: false),
                    notice = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_reviews", x => new { x.subject, x.number });
                    table.ForeignKey(
                        name: "FK_secrecy_reviews_secrecy_marks_subject",
                        column: x => x.subject,
                        principalSchema: "document",
                        principalTable: "secrecy_marks",
                        principalColumn: "subject",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_secrecy_marks_expiring",
                schema: "document",
                table: "secrecy_marks",
                column: "declassified_from",
                filter: "declassify_time IS NULL AND reviewed_on IS NOT NULL AND declassified_from IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_secrecy_marks_reviewed",
                schema: "document",
                table: "secrecy_marks",
                columns: new[] { "reviewed_on", "subject" },
                filter: "reviewed_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_leak_reports_create_time_id",
                schema: "document",
                table: "leak_reports",
                columns: new[] { "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_leak_reports_reporter_create_time_id",
                schema: "document",
                table: "leak_reports",
                columns: new[] { "reporter", "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_publications_document_id_publish_time",
                schema: "document",
                table: "publications",
                columns: new[] { "document_id", "publish_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "leak_reports",
                schema: "document");

            migrationBuilder.DropTable(
                name: "publication_reviews",
                schema: "document");

            migrationBuilder.DropTable(
                name: "publications",
                schema: "document");

            migrationBuilder.DropTable(
                name: "secrecy_reviews",
                schema: "document");

            migrationBuilder.DropIndex(
                name: "ix_secrecy_marks_expiring",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropIndex(
                name: "ix_secrecy_marks_reviewed",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "copy_numbers",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "decision",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "declassified_from",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "declassify_time",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "is_period_unmarked",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "issued_on",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "open_from",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "referral",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "referral_due",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "reviewed_on",
                schema: "document",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "authority",
                schema: "document",
                table: "secrecy_export_approvals");
        }
    }
}
