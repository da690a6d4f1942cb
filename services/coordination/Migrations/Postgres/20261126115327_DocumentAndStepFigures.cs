using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DocumentAndStepFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "document_figures",
                schema: "coordination",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    flow = table.Column<string>(type: "text", nullable: false),
                    genre = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_figures", x => new { x.month, x.line });
                });

            migrationBuilder.CreateTable(
                name: "step_durations",
                schema: "coordination",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    stretch = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_step_durations", x => new { x.month, x.line, x.stretch });
                });

            migrationBuilder.CreateTable(
                name: "step_figures",
                schema: "coordination",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    procedure_title = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    step_title = table.Column<string>(type: "text", nullable: false),
                    done_count = table.Column<long>(type: "bigint", nullable: false),
                    returned_count = table.Column<long>(type: "bigint", nullable: false),
                    overdue_count = table.Column<long>(type: "bigint", nullable: false),
                    untimed_count = table.Column<long>(type: "bigint", nullable: false)
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
                name: "document_figures",
                schema: "coordination");

            migrationBuilder.DropTable(
                name: "step_durations",
                schema: "coordination");

            migrationBuilder.DropTable(
                name: "step_figures",
                schema: "coordination");
        }
    }
}
