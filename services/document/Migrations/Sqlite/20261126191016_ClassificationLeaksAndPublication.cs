using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClassificationLeaksAndPublication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "copy_numbers",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "decision",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "declassified_from",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "declassify_time",
                table: "secrecy_marks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_period_unmarked",
                table: "secrecy_marks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "open_from",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "referral",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<DateOnly>(
                name: "referral_due",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reviewed_on",
                table: "secrecy_marks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "authority",
                table: "secrecy_export_approvals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // What was classified before is reviewed within a year from now.
            migrationBuilder.Sql("UPDATE secrecy_marks SET reviewed_on = date('now') WHERE confirm_time IS NOT NULL AND level <> 'WorkSecret'");

            migrationBuilder.CreateTable(
                name: "leak_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    discover_time = table.Column<long>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    measures = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    reporter = table.Column<string>(type: "TEXT", nullable: false),
                    create_time = table.Column<long>(type: "INTEGER", nullable: false),
                    report_time = table.Column<long>(type: "INTEGER", nullable: true),
                    recipients = table.Column<string>(type: "TEXT", nullable: false),
                    report_person = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leak_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publication_reviews",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_reviews", x => new { x.document_id, x.item });
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    uri = table.Column<string>(type: "TEXT", nullable: false),
                    publish_time = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    record_time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_reviews",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    open_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    notice = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_reviews", x => new { x.subject, x.number });
                    table.ForeignKey(
                        name: "FK_secrecy_reviews_secrecy_marks_subject",
                        column: x => x.subject,
                        principalTable: "secrecy_marks",
                        principalColumn: "subject",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_secrecy_marks_expiring",
                table: "secrecy_marks",
                column: "declassified_from",
                filter: "declassify_time IS NULL AND reviewed_on IS NOT NULL AND declassified_from IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_secrecy_marks_reviewed",
                table: "secrecy_marks",
                columns: new[] { "reviewed_on", "subject" },
                filter: "reviewed_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_leak_reports_create_time_id",
                table: "leak_reports",
                columns: new[] { "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_leak_reports_reporter_create_time_id",
                table: "leak_reports",
                columns: new[] { "reporter", "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_publications_document_id_publish_time",
                table: "publications",
                columns: new[] { "document_id", "publish_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "leak_reports");

            migrationBuilder.DropTable(
                name: "publication_reviews");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "secrecy_reviews");

            migrationBuilder.DropIndex(
                name: "ix_secrecy_marks_expiring",
                table: "secrecy_marks");

            migrationBuilder.DropIndex(
                name: "ix_secrecy_marks_reviewed",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "copy_numbers",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "declassified_from",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "declassify_time",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "is_period_unmarked",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "issued_on",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "open_from",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "referral",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "referral_due",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "reviewed_on",
                table: "secrecy_marks");

            migrationBuilder.DropColumn(
                name: "authority",
                table: "secrecy_export_approvals");
        }
    }
}
