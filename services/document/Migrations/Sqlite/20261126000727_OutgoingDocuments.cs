using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutgoingDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dispatches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    organ = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    copy_count = table.Column<int>(type: "INTEGER", nullable: false),
                    dispatch_time = table.Column<long>(type: "INTEGER", nullable: false),
                    sign_for_time = table.Column<long>(type: "INTEGER", nullable: true),
                    sign_for_person = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_numbers",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    create_time = table.Column<long>(type: "INTEGER", nullable: false),
                    void_time = table.Column<long>(type: "INTEGER", nullable: true),
                    void_reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_numbers", x => new { x.code, x.year, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_versions",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    changed_fields = table.Column<string>(type: "TEXT", nullable: false),
                    change_kind = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_versions", x => new { x.document_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_key = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    drafter = table.Column<string>(type: "TEXT", nullable: false),
                    drafter_post = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    create_time = table.Column<long>(type: "INTEGER", nullable: false),
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    version_time = table.Column<long>(type: "INTEGER", nullable: false),
                    version_person = table.Column<string>(type: "TEXT", nullable: false),
                    changed_fields = table.Column<string>(type: "TEXT", nullable: false),
                    change_kind = table.Column<string>(type: "TEXT", nullable: false),
                    change_reason = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: true),
                    copy_count = table.Column<int>(type: "INTEGER", nullable: false),
                    print_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    dispatch_time = table.Column<long>(type: "INTEGER", nullable: true),
                    assigned_by_leader = table.Column<string>(type: "TEXT", nullable: false),
                    attachment_list = table.Column<string>(type: "TEXT", nullable: false),
                    attachment_titles = table.Column<string>(type: "TEXT", nullable: false),
                    concerned_organs = table.Column<string>(type: "TEXT", nullable: false),
                    copy_recipients = table.Column<string>(type: "TEXT", nullable: false),
                    direction = table.Column<string>(type: "TEXT", nullable: false),
                    genre = table.Column<string>(type: "TEXT", nullable: false),
                    government_approval = table.Column<string>(type: "TEXT", nullable: false),
                    important = table.Column<bool>(type: "INTEGER", nullable: false),
                    in_reply_to = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    issuer_kind = table.Column<string>(type: "TEXT", nullable: false),
                    local_consent = table.Column<string>(type: "TEXT", nullable: false),
                    main_recipients = table.Column<string>(type: "TEXT", nullable: false),
                    major_matter = table.Column<bool>(type: "INTEGER", nullable: false),
                    matter_count = table.Column<int>(type: "INTEGER", nullable: false),
                    necessity = table.Column<string>(type: "TEXT", nullable: false),
                    normative = table.Column<bool>(type: "INTEGER", nullable: false),
                    request_items = table.Column<string>(type: "TEXT", nullable: false),
                    special_task = table.Column<bool>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    urgency = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_overrides",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_overrides", x => new { x.document_id, x.rule_id });
                    table.ForeignKey(
                        name: "FK_outgoing_document_overrides_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_readers",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    principal = table.Column<string>(type: "TEXT", nullable: false),
                    order_key = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_readers", x => new { x.document_id, x.principal });
                    table.ForeignKey(
                        name: "FK_outgoing_document_readers_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_reviews",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    in_order = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_reviews", x => new { x.document_id, x.part });
                    table.ForeignKey(
                        name: "FK_outgoing_document_reviews_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_signatures",
                columns: table => new
                {
                    outgoing_document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<string>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    appointment = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_signatures", x => x.outgoing_document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_signatures_outgoing_documents_outgoing_document_id",
                        column: x => x.outgoing_document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_texts",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_texts", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_texts_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dispatches_document_id_number",
                table: "dispatches",
                columns: new[] { "document_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dispatches_unit_dispatch_time_id",
                table: "dispatches",
                columns: new[] { "unit", "dispatch_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_document_numbers_number",
                table: "document_numbers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_document_readers_principal_order_key",
                table: "outgoing_document_readers",
                columns: new[] { "principal", "order_key" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_documents_document_number",
                table: "outgoing_documents",
                column: "document_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_documents_order_key",
                table: "outgoing_documents",
                column: "order_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispatches");

            migrationBuilder.DropTable(
                name: "document_numbers");

            migrationBuilder.DropTable(
                name: "outgoing_document_overrides");

            migrationBuilder.DropTable(
                name: "outgoing_document_readers");

            migrationBuilder.DropTable(
                name: "outgoing_document_reviews");

            migrationBuilder.DropTable(
                name: "outgoing_document_signatures");

            migrationBuilder.DropTable(
                name: "outgoing_document_texts");

            migrationBuilder.DropTable(
                name: "outgoing_document_versions");

            migrationBuilder.DropTable(
                name: "outgoing_documents");
        }
    }
}
