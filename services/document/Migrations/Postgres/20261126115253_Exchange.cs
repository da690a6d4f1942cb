using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Exchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "deliver_time",
                schema: "document",
                table: "dispatches",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "end_note",
                schema: "document",
                table: "dispatches",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "end_time",
                schema: "document",
                table: "dispatches",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending",
                schema: "document",
                table: "dispatches",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dispatch_urgings",
                schema: "document",
                columns: table => new
                {
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch_urgings", x => new { x.dispatch_id, x.number });
                    table.ForeignKey(
                        name: "FK_dispatch_urgings_dispatches_dispatch_id",
                        column: x => x.dispatch_id,
                        principalSchema: "document",
                        principalTable: "dispatches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exchange_partners",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    certificate = table.Column<byte[]>(type: "bytea", nullable: false),
                    certificate_sha256 = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    retire_time = table.Column<long>(type: "bigint", nullable: true),
                    retire_reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_partners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_received_packages",
                schema: "document",
                columns: table => new
                {
                    credit_code = table.Column<string>(type: "text", nullable: false),
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    manifest_sha256 = table.Column<string>(type: "text", nullable: false),
                    incoming_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_received_packages", x => new { x.credit_code, x.dispatch_id });
                });

            migrationBuilder.CreateTable(
                name: "exchange_sent_packages",
                schema: "document",
                columns: table => new
                {
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: false),
                    manifest = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    manifest_sha256 = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_sent_packages", x => x.dispatch_id);
                });

            migrationBuilder.CreateTable(
                name: "incoming_document_invalidities",
                schema: "document",
                columns: table => new
                {
                    incoming_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    effective_day = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    by_number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_invalidities", x => x.incoming_document_id);
                    table.ForeignKey(
                        name: "FK_incoming_document_invalidities_incoming_documents_incoming_~",
                        column: x => x.incoming_document_id,
                        principalSchema: "document",
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_document_invalidities",
                schema: "document",
                columns: table => new
                {
                    outgoing_document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    effective_day = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    by_number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_document_invalidities", x => x.outgoing_document_id);
                    table.ForeignKey(
                        name: "FK_outgoing_document_invalidities_outgoing_documents_outgoing_~",
                        column: x => x.outgoing_document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dispatches_outstanding",
                schema: "document",
                table: "dispatches",
                columns: new[] { "dispatch_time", "id" },
                filter: "sign_for_time IS NULL AND ending IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchange_partners_certificate_sha256",
                schema: "document",
                table: "exchange_partners",
                column: "certificate_sha256",
                unique: true,
                filter: "retire_time IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchange_partners_create_time_id",
                schema: "document",
                table: "exchange_partners",
                columns: new[] { "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_exchange_partners_credit_code",
                schema: "document",
                table: "exchange_partners",
                column: "credit_code",
                unique: true,
                filter: "retire_time IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchange_received_packages_incoming_document_id",
                schema: "document",
                table: "exchange_received_packages",
                column: "incoming_document_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispatch_urgings",
                schema: "document");

            migrationBuilder.DropTable(
                name: "exchange_partners",
                schema: "document");

            migrationBuilder.DropTable(
                name: "exchange_received_packages",
                schema: "document");

            migrationBuilder.DropTable(
                name: "exchange_sent_packages",
                schema: "document");

            migrationBuilder.DropTable(
                name: "incoming_document_invalidities",
                schema: "document");

            migrationBuilder.DropTable(
                name: "outgoing_document_invalidities",
                schema: "document");

            migrationBuilder.DropIndex(
                name: "ix_dispatches_outstanding",
                schema: "document",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "deliver_time",
                schema: "document",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "end_note",
                schema: "document",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "end_time",
                schema: "document",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "ending",
                schema: "document",
                table: "dispatches");
        }
    }
}
