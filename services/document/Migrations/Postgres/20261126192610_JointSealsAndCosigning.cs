using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JointSealsAndCosigning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_seal_applications_running",
                schema: "document",
                table: "seal_applications");

            migrationBuilder.AddColumn<string[]>(
                name: "annex_texts",
                schema: "document",
                table: "working_copies",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "annex_titles",
                schema: "document",
                table: "working_copies",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.CreateTable(
                name: "incoming_document_cosignatures",
                schema: "document",
                columns: table => new
                {
                    incoming_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signer = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    principal = table.Column<bool>(type: "boolean", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    content_sha256 = table.Column<string>(type: "text", nullable: false),
                    return_time = table.Column<long>(type: "bigint", nullable: true),
                    return_person = table.Column<string>(type: "text", nullable: false),
                    return_note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_cosignatures", x => x.incoming_document_id);
                    table.ForeignKey(
                        name: "FK_incoming_document_cosignatures_incoming_documents_incoming_~",
                        column: x => x.incoming_document_id,
                        principalSchema: "document",
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_seal_applications_running",
                schema: "document",
                table: "seal_applications",
                columns: new[] { "document_id", "seal_id" },
                unique: true,
                filter: "state = 'InProgress'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incoming_document_cosignatures",
                schema: "document");

            migrationBuilder.DropIndex(
                name: "ix_seal_applications_running",
                schema: "document",
                table: "seal_applications");

            migrationBuilder.DropColumn(
                name: "annex_texts",
                schema: "document",
                table: "working_copies");

            migrationBuilder.DropColumn(
                name: "annex_titles",
                schema: "document",
                table: "working_copies");

            migrationBuilder.CreateIndex(
                name: "ix_seal_applications_running",
                schema: "document",
                table: "seal_applications",
                column: "document_id",
                unique: true,
                filter: "state = 'InProgress'");
        }
    }
}
