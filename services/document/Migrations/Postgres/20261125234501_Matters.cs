using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Matters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "incoming_document_handlings",
                schema: "document",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ours_to_handle = table.Column<bool>(type: "boolean", nullable: true),
                    routing_rules_kept = table.Column<bool>(type: "boolean", nullable: false),
                    genre_and_format_right = table.Column<bool>(type: "boolean", nullable: false),
                    consulted = table.Column<bool>(type: "boolean", nullable: false),
                    drafting_rules_kept = table.Column<bool>(type: "boolean", nullable: false),
                    proposal = table.Column<string>(type: "text", nullable: false),
                    instruction = table.Column<string>(type: "text", nullable: false),
                    lead_post = table.Column<string>(type: "text", nullable: false),
                    assisting_posts = table.Column<string[]>(type: "text[]", nullable: false),
                    handle_by = table.Column<DateOnly>(type: "date", nullable: true),
                    chaser_post = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    return_reason = table.Column<string>(type: "text", nullable: false),
                    close_time = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_handlings", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_incoming_document_handlings_incoming_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_acts",
                schema: "document",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    actor_person = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    actor_post = table.Column<string>(type: "text", nullable: false),
                    on_behalf_of = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    to_step = table.Column<string>(type: "text", nullable: false),
                    task = table.Column<int>(type: "integer", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    opinion_form = table.Column<string>(type: "text", nullable: false),
                    seen_sha256 = table.Column<string>(type: "text", nullable: false),
                    targets = table.Column<string[]>(type: "text[]", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_acts", x => new { x.matter_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "matter_readings",
                schema: "document",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reader = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    assign_time = table.Column<long>(type: "bigint", nullable: false),
                    open_time = table.Column<long>(type: "bigint", nullable: true),
                    end_time = table.Column<long>(type: "bigint", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    actor_person = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    actor_post = table.Column<string>(type: "text", nullable: false),
                    on_behalf_of = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_readings", x => new { x.matter_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "matters",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    procedure_id = table.Column<string>(type: "text", nullable: false),
                    procedure_version = table.Column<int>(type: "integer", nullable: false),
                    starter_person = table.Column<string>(type: "text", nullable: false),
                    starter_name = table.Column<string>(type: "text", nullable: false),
                    starter_post = table.Column<string>(type: "text", nullable: false),
                    start_time = table.Column<long>(type: "bigint", nullable: false),
                    end_time = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    act_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false),
                    served_count = table.Column<int>(type: "integer", nullable: false),
                    opened_count = table.Column<int>(type: "integer", nullable: false),
                    read_count = table.Column<int>(type: "integer", nullable: false),
                    state_json = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matters", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_matter_readings_matter_id_reader",
                schema: "document",
                table: "matter_readings",
                columns: new[] { "matter_id", "reader" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_running",
                schema: "document",
                table: "matters",
                column: "subject",
                unique: true,
                filter: "status = 'Running'");

            migrationBuilder.CreateIndex(
                name: "IX_matters_subject_start_time",
                schema: "document",
                table: "matters",
                columns: new[] { "subject", "start_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incoming_document_handlings",
                schema: "document");

            migrationBuilder.DropTable(
                name: "matter_acts",
                schema: "document");

            migrationBuilder.DropTable(
                name: "matter_readings",
                schema: "document");

            migrationBuilder.DropTable(
                name: "matters",
                schema: "document");
        }
    }
}
