using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OutgoingDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dispatches",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    copy_count = table.Column<int>(type: "integer", nullable: false),
                    dispatch_time = table.Column<long>(type: "bigint", nullable: false),
                    sign_for_time = table.Column<long>(type: "bigint", nullable: true),
                    sign_for_person = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_numbers",
                schema: "document",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    void_time = table.Column<long>(type: "bigint", nullable: true),
                    void_reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_numbers", x => new { x.code, x.year, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_versions",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    changed_fields = table.Column<string[]>(type: "text[]", nullable: false),
                    change_kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_versions", x => new { x.document_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_documents",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_key = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    drafter = table.Column<string>(type: "text", nullable: false),
                    drafter_post = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    matter = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    version_time = table.Column<long>(type: "bigint", nullable: false),
                    version_person = table.Column<string>(type: "text", nullable: false),
                    changed_fields = table.Column<string[]>(type: "text[]", nullable: false),
                    change_kind = table.Column<string>(type: "text", nullable: false),
                    change_reason = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: true),
                    copy_count = table.Column<int>(type: "integer", nullable: false),
                    print_sha256 = table.Column<string>(type: "text", nullable: false),
                    dispatch_time = table.Column<long>(type: "bigint", nullable: true),
                    assigned_by_leader = table.Column<string>(type: "text", nullable: false),
                    attachment_list = table.Column<string[]>(type: "text[]", nullable: false),
                    attachment_titles = table.Column<string[]>(type: "text[]", nullable: false),
                    concerned_organs = table.Column<string[]>(type: "text[]", nullable: false),
                    copy_recipients = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    genre = table.Column<string>(type: "text", nullable: false),
                    government_approval = table.Column<string>(type: "text", nullable: false),
                    important = table.Column<bool>(type: "boolean", nullable: false),
                    in_reply_to = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    issuer_kind = table.Column<string>(type: "text", nullable: false),
                    local_consent = table.Column<string>(type: "text", nullable: false),
                    main_recipients = table.Column<string>(type: "text", nullable: false),
                    major_matter = table.Column<bool>(type: "boolean", nullable: false),
                    matter_count = table.Column<int>(type: "integer", nullable: false),
                    necessity = table.Column<string>(type: "text", nullable: false),
                    normative = table.Column<bool>(type: "boolean", nullable: false),
                    request_items = table.Column<string[]>(type: "text[]", nullable: false),
                    special_task = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_overrides",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_id = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_overrides", x => new { x.document_id, x.rule_id });
                    table.ForeignKey(
                        name: "FK_outgoing_document_overrides_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_readers",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false),
                    order_key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_readers", x => new { x.document_id, x.principal });
                    table.ForeignKey(
                        name: "FK_outgoing_document_readers_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_reviews",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    in_order = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_reviews", x => new { x.document_id, x.part });
                    table.ForeignKey(
                        name: "FK_outgoing_document_reviews_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_signatures",
                schema: "document",
                columns: table => new
                {
                    outgoing_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    appointment = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_signatures", x => x.outgoing_document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_signatures_outgoing_documents_outgoing_do~",
                        column: x => x.outgoing_document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_texts",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_texts", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_texts_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dispatches_document_id_number",
                schema: "document",
                table: "dispatches",
                columns: new[] { "document_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dispatches_unit_dispatch_time_id",
                schema: "document",
                table: "dispatches",
                columns: new[] { "unit", "dispatch_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_document_numbers_number",
                schema: "document",
                table: "document_numbers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_document_readers_principal_order_key",
                schema: "document",
                table: "outgoing_document_readers",
                columns: new[] { "principal", "order_key" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_documents_document_number",
                schema: "document",
                table: "outgoing_documents",
                column: "document_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_documents_order_key",
                schema: "document",
                table: "outgoing_documents",
                column: "order_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispatches",
                schema: "document");

            migrationBuilder.DropTable(
                name: "document_numbers",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_overrides",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_readers",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_reviews",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_signatures",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_texts",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_versions",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_documents",
                schema: "document");
        }
    }
}
