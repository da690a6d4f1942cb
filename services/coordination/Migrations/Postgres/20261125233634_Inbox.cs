using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Inbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inbox_counts",
                schema: "coordination",
                columns: table => new
                {
                    principal = table.Column<string>(type: "text", nullable: false),
                    tab = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_counts", x => new { x.principal, x.tab });
                });

            migrationBuilder.CreateTable(
                name: "inbox_entries",
                schema: "coordination",
                columns: table => new
                {
                    matter = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    tab = table.Column<string>(type: "text", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    assign_time = table.Column<long>(type: "bigint", nullable: false),
                    due_time = table.Column<long>(type: "bigint", nullable: false),
                    task = table.Column<byte[]>(type: "bytea", nullable: false),
                    sender = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_entries", x => new { x.matter, x.number });
                });

            migrationBuilder.CreateTable(
                name: "inbox_matters",
                schema: "coordination",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    subject_number = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<int>(type: "integer", nullable: false),
                    procedure_title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    step_title = table.Column<string>(type: "text", nullable: false),
                    holder_post = table.Column<string>(type: "text", nullable: false),
                    starter = table.Column<byte[]>(type: "bytea", nullable: false),
                    update_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_matters", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_entries_principal_tab_assign_time_matter_number",
                schema: "coordination",
                table: "inbox_entries",
                columns: new[] { "principal", "tab", "assign_time", "matter", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_entries_principal_tab_due_time_matter_number",
                schema: "coordination",
                table: "inbox_entries",
                columns: new[] { "principal", "tab", "due_time", "matter", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbox_counts",
                schema: "coordination");

            migrationBuilder.DropTable(
                name: "inbox_entries",
                schema: "coordination");

            migrationBuilder.DropTable(
                name: "inbox_matters",
                schema: "coordination");
        }
    }
}
