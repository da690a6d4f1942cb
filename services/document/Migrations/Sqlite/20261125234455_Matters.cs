using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Matters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "incoming_document_handlings",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    ours_to_handle = table.Column<bool>(type: "INTEGER", nullable: true),
                    routing_rules_kept = table.Column<bool>(type: "INTEGER", nullable: false),
                    genre_and_format_right = table.Column<bool>(type: "INTEGER", nullable: false),
                    consulted = table.Column<bool>(type: "INTEGER", nullable: false),
                    drafting_rules_kept = table.Column<bool>(type: "INTEGER", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: false),
                    instruction = table.Column<string>(type: "TEXT", nullable: false),
                    lead_post = table.Column<string>(type: "TEXT", nullable: false),
                    assisting_posts = table.Column<string>(type: "TEXT", nullable: false),
                    handle_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    chaser_post = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    return_reason = table.Column<string>(type: "TEXT", nullable: false),
                    close_time = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_document_handlings", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_incoming_document_handlings_incoming_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "incoming_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_acts",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    verb = table.Column<string>(type: "TEXT", nullable: false),
                    actor_person = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    actor_post = table.Column<string>(type: "TEXT", nullable: false),
                    on_behalf_of = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    to_step = table.Column<string>(type: "TEXT", nullable: false),
                    task = table.Column<int>(type: "INTEGER", nullable: false),
                    opinion = table.Column<string>(type: "TEXT", nullable: false),
                    opinion_form = table.Column<string>(type: "TEXT", nullable: false),
                    seen_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    targets = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    seal = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_acts", x => new { x.matter_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "matter_readings",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    reader = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    assign_time = table.Column<long>(type: "INTEGER", nullable: false),
                    open_time = table.Column<long>(type: "INTEGER", nullable: true),
                    end_time = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    actor_person = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    actor_post = table.Column<string>(type: "TEXT", nullable: false),
                    on_behalf_of = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_readings", x => new { x.matter_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "matters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_id = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_version = table.Column<int>(type: "INTEGER", nullable: false),
                    starter_person = table.Column<string>(type: "TEXT", nullable: false),
                    starter_name = table.Column<string>(type: "TEXT", nullable: false),
                    starter_post = table.Column<string>(type: "TEXT", nullable: false),
                    start_time = table.Column<long>(type: "INTEGER", nullable: false),
                    end_time = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    act_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    seal = table.Column<string>(type: "TEXT", nullable: false),
                    served_count = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_count = table.Column<int>(type: "INTEGER", nullable: false),
                    read_count = table.Column<int>(type: "INTEGER", nullable: false),
                    state_json = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matters", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_matter_readings_matter_id_reader",
                table: "matter_readings",
                columns: new[] { "matter_id", "reader" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_running",
                table: "matters",
                column: "subject",
                unique: true,
                filter: "status = 'Running'");

            migrationBuilder.CreateIndex(
                name: "IX_matters_subject_start_time",
                table: "matters",
                columns: new[] { "subject", "start_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incoming_document_handlings");

            migrationBuilder.DropTable(
                name: "matter_acts");

            migrationBuilder.DropTable(
                name: "matter_readings");

            migrationBuilder.DropTable(
                name: "matters");
        }
    }
}
