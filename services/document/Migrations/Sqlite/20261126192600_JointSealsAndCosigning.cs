using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class JointSealsAndCosigning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_seal_applications_running",
                table: "seal_applications");

            migrationBuilder.AddColumn<string>(
                name: "annex_texts",
                table: "working_copies",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "annex_titles",
                table: "working_copies",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "incoming_document_cosignatures",
                columns: table => new
                {
                    incoming_document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    principal = table.Column<bool>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opinion = table.Column<string>(type: "TEXT", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    return_time = table.Column<long>(type: "INTEGER", nullable: true),
                    return_person = table.Column<string>(type: "TEXT", nullable: false),
                    return_note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_cosignatures", x => x.incoming_document_id);
                    table.ForeignKey(
                        name: "FK_incoming_document_cosignatures_incoming_documents_incoming_document_id",
                        column: x => x.incoming_document_id,
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_seal_applications_running",
                table: "seal_applications",
                columns: new[] { "document_id", "seal_id" },
                unique: true,
                filter: "state = 'InProgress'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incoming_document_cosignatures");

            migrationBuilder.DropIndex(
                name: "ix_seal_applications_running",
                table: "seal_applications");

            migrationBuilder.DropColumn(
                name: "annex_texts",
                table: "working_copies");

            migrationBuilder.DropColumn(
                name: "annex_titles",
                table: "working_copies");

            migrationBuilder.CreateIndex(
                name: "ix_seal_applications_running",
                table: "seal_applications",
                column: "document_id",
                unique: true,
                filter: "state = 'InProgress'");
        }
    }
}
