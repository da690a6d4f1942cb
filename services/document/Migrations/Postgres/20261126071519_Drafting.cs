using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Drafting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "draft_locks",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    acquire_time = table.Column<long>(type: "bigint", nullable: false),
                    expire_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_locks", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_draft_locks_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "draft_templates",
                schema: "document",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_templates", x => new { x.name, x.version });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_attachments",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    cleaned_from = table.Column<Guid>(type: "uuid", nullable: true),
                    replaced_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_attachments", x => x.id);
                    table.ForeignKey(
                        name: "FK_outgoing_attachments_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "working_copies",
                schema: "document",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false),
                    parent = table.Column<string>(type: "text", nullable: false),
                    editor = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    base_etag = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    main_recipients = table.Column<string>(type: "text", nullable: false),
                    copy_recipients = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    save_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_working_copies", x => new { x.parent, x.person, x.editor });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_attachment_hidden_contents",
                schema: "document",
                columns: table => new
                {
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_attachment_hidden_contents", x => new { x.attachment_id, x.kind });
                    table.ForeignKey(
                        name: "FK_outgoing_attachment_hidden_contents_outgoing_attachments_at~",
                        column: x => x.attachment_id,
                        principalSchema: "document",
                        principalTable: "outgoing_attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_attachments_document_id",
                schema: "document",
                table: "outgoing_attachments",
                column: "document_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft_locks",
                schema: "document");

            migrationBuilder.DropTable(
                name: "draft_templates",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_attachment_hidden_contents",
                schema: "document");

            migrationBuilder.DropTable(
                name: "working_copies",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_attachments",
                schema: "document");
        }
    }
}
