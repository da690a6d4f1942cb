using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnnexesAndJointIssue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "carrier",
                table: "outgoing_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "Unspecified");

            migrationBuilder.AddColumn<bool>(
                name: "main_organ_mark",
                table: "outgoing_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "matter_scope",
                table: "outgoing_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "Unspecified");

            migrationBuilder.CreateTable(
                name: "outgoing_document_annexes",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_annexes", x => new { x.document_id, x.position });
                    table.ForeignKey(
                        name: "FK_outgoing_document_annexes_outgoing_document_texts_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_document_texts",
                        principalColumn: "document_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_joint_issuers",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organ = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_joint_issuers", x => new { x.document_id, x.organ });
                    table.ForeignKey(
                        name: "FK_outgoing_document_joint_issuers_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_joint_signatures",
                columns: table => new
                {
                    joint_issuer_document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joint_issuer_organ = table.Column<string>(type: "TEXT", nullable: false),
                    signer = table.Column<string>(type: "TEXT", nullable: false),
                    principal = table.Column<bool>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opinion = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_joint_signatures", x => new { x.joint_issuer_document_id, x.joint_issuer_organ });
                    table.ForeignKey(
                        name: "FK_outgoing_document_joint_signatures_outgoing_document_joint_issuers_joint_issuer_document_id_joint_issuer_organ",
                        columns: x => new { x.joint_issuer_document_id, x.joint_issuer_organ },
                        principalTable: "outgoing_document_joint_issuers",
                        principalColumns: new[] { "document_id", "organ" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outgoing_document_annexes");

            migrationBuilder.DropTable(
                name: "outgoing_document_joint_signatures");

            migrationBuilder.DropTable(
                name: "outgoing_document_joint_issuers");

            migrationBuilder.DropColumn(
                name: "carrier",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "main_organ_mark",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "matter_scope",
                table: "outgoing_documents");
        }
    }
}
