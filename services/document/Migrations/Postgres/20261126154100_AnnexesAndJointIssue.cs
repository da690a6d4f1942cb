using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnnexesAndJointIssue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "carrier",
                schema: "document",
                table: "outgoing_documents",
                type: "text",
                nullable: false,
                defaultValue: "Unspecified");

            migrationBuilder.AddColumn<bool>(
                name: "main_organ_mark",
                schema: "document",
                table: "outgoing_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "matter_scope",
                schema: "document",
                table: "outgoing_documents",
                type: "text",
                nullable: false,
                defaultValue: "Unspecified");

            migrationBuilder.CreateTable(
                name: "outgoing_document_annexes",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_annexes", x => new { x.document_id, x.position });
                    table.ForeignKey(
                        name: "FK_outgoing_document_annexes_outgoing_document_texts_document_~",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_document_texts",
                        principalColumn: "document_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_joint_issuers",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    system = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_joint_issuers", x => new { x.document_id, x.organ });
                    table.ForeignKey(
                        name: "FK_outgoing_document_joint_issuers_outgoing_documents_document~",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_joint_signatures",
                schema: "document",
                columns: table => new
                {
                    joint_issuer_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    joint_issuer_organ = table.Column<string>(type: "text", nullable: false),
                    signer = table.Column<string>(type: "text", nullable: false),
                    principal = table.Column<bool>(type: "boolean", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    content_sha256 = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_joint_signatures", x => new { x.joint_issuer_document_id, x.joint_issuer_organ });
                    table.ForeignKey(
                        name: "FK_outgoing_document_joint_signatures_outgoing_document_joint_~",
                        columns: x => new { x.joint_issuer_document_id, x.joint_issuer_organ },
                        principalSchema: "document",
                        principalTable: "outgoing_document_joint_issuers",
                        principalColumns: new[] { "document_id", "organ" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outgoing_document_annexes",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_joint_signatures",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_joint_issuers",
                schema: "document");

            migrationBuilder.DropColumn(
                name: "carrier",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "main_organ_mark",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "matter_scope",
                schema: "document",
                table: "outgoing_documents");
        }
    }
}
