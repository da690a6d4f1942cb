using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DocumentAndStepFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "document_figures",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    flow = table.Column<string>(type: "TEXT", nullable: false),
                    genre = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_figures", x => new { x.month, x.line });
                });

            migrationBuilder.CreateTable(
                name: "step_durations",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    stretch = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_step_durations", x => new { x.month, x.line, x.stretch });
                });

            migrationBuilder.CreateTable(
                name: "step_figures",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_title = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    step_title = table.Column<string>(type: "TEXT", nullable: false),
                    done_count = table.Column<long>(type: "INTEGER", nullable: false),
                    returned_count = table.Column<long>(type: "INTEGER", nullable: false),
                    overdue_count = table.Column<long>(type: "INTEGER", nullable: false),
                    untimed_count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_step_figures", x => new { x.month, x.line });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "document_figures");

            migrationBuilder.DropTable(
                name: "step_durations");

            migrationBuilder.DropTable(
                name: "step_figures");
        }
    }
}
