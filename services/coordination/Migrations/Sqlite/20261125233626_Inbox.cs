using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Inbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inbox_counts",
                columns: table => new
                {
                    principal = table.Column<string>(type: "TEXT", nullable: false),
                    tab = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_counts", x => new { x.principal, x.tab });
                });

            migrationBuilder.CreateTable(
                name: "inbox_entries",
                columns: table => new
                {
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    tab = table.Column<string>(type: "TEXT", nullable: false),
                    principal = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    assign_time = table.Column<long>(type: "INTEGER", nullable: false),
                    due_time = table.Column<long>(type: "INTEGER", nullable: false),
                    task = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sender = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_entries", x => new { x.matter, x.number });
                });

            migrationBuilder.CreateTable(
                name: "inbox_matters",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    subject_number = table.Column<string>(type: "TEXT", nullable: false),
                    urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    procedure_title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    step_title = table.Column<string>(type: "TEXT", nullable: false),
                    holder_post = table.Column<string>(type: "TEXT", nullable: false),
                    starter = table.Column<byte[]>(type: "BLOB", nullable: false),
                    update_time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_matters", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_entries_principal_tab_assign_time_matter_number",
                table: "inbox_entries",
                columns: new[] { "principal", "tab", "assign_time", "matter", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_entries_principal_tab_due_time_matter_number",
                table: "inbox_entries",
                columns: new[] { "principal", "tab", "due_time", "matter", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbox_counts");

            migrationBuilder.DropTable(
                name: "inbox_entries");

            migrationBuilder.DropTable(
                name: "inbox_matters");
        }
    }
}
