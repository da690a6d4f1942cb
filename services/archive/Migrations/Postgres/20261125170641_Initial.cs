using System;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Archive.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "archive");

            migrationBuilder.CreateTable(
                name: "archive_items",
                schema: "archive",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_key = table.Column<long>(type: "bigint", nullable: false),
                    reference_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false),
                    creator = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    filing_year = table.Column<int>(type: "integer", nullable: false),
                    retention_period = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    file_time = table.Column<long>(type: "bigint", nullable: false),
                    filer = table.Column<string>(type: "text", nullable: false),
                    fixity_check_time = table.Column<long>(type: "bigint", nullable: true),
                    fixity_intact = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "archive",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    trace_id = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "consumer_marks",
                schema: "archive",
                columns: table => new
                {
                    producer = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consumer_marks", x => x.producer);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                schema: "archive",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "archive",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload_json = table.Column<string>(type: "text", nullable: false),
                    occur_time = table.Column<long>(type: "bigint", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "kept_answers",
                schema: "archive",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_answers", x => new { x.account, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "ledger_heads",
                schema: "archive",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    event_sequence = table.Column<long>(type: "bigint", nullable: false),
                    audit_sequence = table.Column<long>(type: "bigint", nullable: false),
                    audit_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "relay_marks",
                schema: "archive",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relay_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "revocations",
                schema: "archive",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revocations", x => x.account);
                });

            migrationBuilder.InsertData(
                schema: "archive",
                table: "ledger_heads",
                columns: new[] { "id", "audit_hash", "audit_sequence", "event_sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L, 0L });

            migrationBuilder.InsertData(
                schema: "archive",
                table: "relay_marks",
                columns: new[] { "id", "sequence" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_archive_items_filing_year_reference_code",
                schema: "archive",
                table: "archive_items",
                columns: new[] { "filing_year", "reference_code" });

            migrationBuilder.CreateIndex(
                name: "IX_archive_items_order_key",
                schema: "archive",
                table: "archive_items",
                column: "order_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_archive_items_reference_code",
                schema: "archive",
                table: "archive_items",
                column: "reference_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_account_sequence",
                schema: "archive",
                table: "audit_entries",
                columns: new[] { "account", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_resource_sequence",
                schema: "archive",
                table: "audit_entries",
                columns: new[] { "resource", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_answers_time",
                schema: "archive",
                table: "kept_answers",
                column: "time");

            migrationBuilder.ProtectLedgers();
            migrationBuilder.CreateTextIndex("archive_item_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archive_items",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "consumer_marks",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "counters",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "events",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "kept_answers",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "ledger_heads",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "relay_marks",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "revocations",
                schema: "archive");
        }
    }
}
