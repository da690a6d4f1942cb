using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <summary>Where a matter stands and when it is due, beside its state, so that open ones are counted by an index.</summary>
    [DbContext(typeof(PostgresDocumentDb))]
    [Migration("20261127031500_OpenMatters")]
    public partial class OpenMatters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "present_step",
                schema: "document",
                table: "matters",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "due_time",
                schema: "document",
                table: "matters",
                type: "bigint",
                nullable: true);

            // As of the next act the program keeps both; this is for what stands open already. Finished matters are not asked after.
            migrationBuilder.Sql("""
                UPDATE document.matters SET
                    present_step = state_json::jsonb ->> 'Step',
                    due_time = (
                        SELECT (extract(epoch FROM (task ->> 'DueTime')::timestamptz) * 10000000)::bigint + 621355968000000000
                        FROM jsonb_array_elements(state_json::jsonb -> 'Tasks') AS task
                        WHERE task ->> 'Kind' = '1' AND task ->> 'EndTime' IS NULL AND task ->> 'DueTime' IS NOT NULL LIMIT 1)
                WHERE status = 'Running';
                """);

            migrationBuilder.CreateIndex(
                name: "ix_matters_open",
                schema: "document",
                table: "matters",
                columns: ["procedure_id", "present_step", "due_time", "start_time"],
                filter: "status = 'Running'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_matters_open",
                schema: "document",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "due_time",
                schema: "document",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "present_step",
                schema: "document",
                table: "matters");
        }
    }
}
