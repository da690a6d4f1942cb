using System;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "document");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "document",
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
                schema: "document",
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
                schema: "document",
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
                schema: "document",
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
                name: "incoming_document_versions",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    changed_fields = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_versions", x => new { x.document_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "incoming_documents",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_key = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    registration_year = table.Column<int>(type: "integer", nullable: true),
                    registration_sequence = table.Column<long>(type: "bigint", nullable: true),
                    registration_number = table.Column<string>(type: "text", nullable: true),
                    number_key = table.Column<string>(type: "text", nullable: false),
                    title_key = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    sign_for_time = table.Column<long>(type: "bigint", nullable: false),
                    sign_for_person = table.Column<string>(type: "text", nullable: false),
                    register_time = table.Column<long>(type: "bigint", nullable: true),
                    register_person = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    version_time = table.Column<long>(type: "bigint", nullable: false),
                    version_person = table.Column<string>(type: "text", nullable: false),
                    changed_fields = table.Column<string[]>(type: "text[]", nullable: false),
                    attachment_titles = table.Column<string[]>(type: "text[]", nullable: false),
                    copy_count = table.Column<int>(type: "integer", nullable: false),
                    copy_recipients = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    genre = table.Column<string>(type: "text", nullable: false),
                    issue_date = table.Column<DateOnly>(type: "date", nullable: true),
                    issue_date_text = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    main_recipients = table.Column<string>(type: "text", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kept_answers",
                schema: "document",
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
                schema: "document",
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
                schema: "document",
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
                schema: "document",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revocations", x => x.account);
                });

            migrationBuilder.CreateTable(
                name: "incoming_document_attachments",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_attachments", x => x.id);
                    table.ForeignKey(
                        name: "FK_incoming_document_attachments_incoming_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incoming_document_readers",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false),
                    order_key = table.Column<long>(type: "bigint", nullable: false),
                    issue_day = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_readers", x => new { x.document_id, x.principal });
                    table.ForeignKey(
                        name: "FK_incoming_document_readers_incoming_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incoming_document_texts",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_texts", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_incoming_document_texts_incoming_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "document",
                table: "ledger_heads",
                columns: new[] { "id", "audit_hash", "audit_sequence", "event_sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L, 0L });

            migrationBuilder.InsertData(
                schema: "document",
                table: "relay_marks",
                columns: new[] { "id", "sequence" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_account_sequence",
                schema: "document",
                table: "audit_entries",
                columns: new[] { "account", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_resource_sequence",
                schema: "document",
                table: "audit_entries",
                columns: new[] { "resource", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_document_attachments_document_id",
                schema: "document",
                table: "incoming_document_attachments",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_document_readers_principal_issue_day_order_key",
                schema: "document",
                table: "incoming_document_readers",
                columns: new[] { "principal", "issue_day", "order_key" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_document_readers_principal_order_key",
                schema: "document",
                table: "incoming_document_readers",
                columns: new[] { "principal", "order_key" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_number_key",
                schema: "document",
                table: "incoming_documents",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_order_key",
                schema: "document",
                table: "incoming_documents",
                column: "order_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_registration_year_registration_sequence",
                schema: "document",
                table: "incoming_documents",
                columns: new[] { "registration_year", "registration_sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_source",
                schema: "document",
                table: "incoming_documents",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_title_key",
                schema: "document",
                table: "incoming_documents",
                column: "title_key");

            migrationBuilder.CreateIndex(
                name: "IX_kept_answers_time",
                schema: "document",
                table: "kept_answers",
                column: "time");

            migrationBuilder.ProtectLedgers();
            migrationBuilder.CreateTextIndex("incoming_document_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "document");

            migrationBuilder.DropTable(
                name: "consumer_marks",
                schema: "document");

            migrationBuilder.DropTable(
                name: "counters",
                schema: "document");

            migrationBuilder.DropTable(
                name: "events",
                schema: "document");

            migrationBuilder.DropTable(
                name: "incoming_document_attachments",
                schema: "document");

            migrationBuilder.DropTable(
                name: "incoming_document_readers",
                schema: "document");

            migrationBuilder.DropTable(
                name: "incoming_document_texts",
                schema: "document");

            migrationBuilder.DropTable(
                name: "incoming_document_versions",
                schema: "document");

            migrationBuilder.DropTable(
                name: "kept_answers",
                schema: "document");

            migrationBuilder.DropTable(
                name: "ledger_heads",
                schema: "document");

            migrationBuilder.DropTable(
                name: "relay_marks",
                schema: "document");

            migrationBuilder.DropTable(
                name: "revocations",
                schema: "document");

            migrationBuilder.DropTable(
                name: "incoming_documents",
                schema: "document");
        }
    }
}
