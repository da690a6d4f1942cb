using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <summary>Where a matter stands and when it is due, beside its state, so that open ones are counted by an index.</summary>
    [DbContext(typeof(SqliteDocumentDb))]
    [Migration("20261127031500_OpenMatters")]
    public partial class OpenMatters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "present_step",
                table: "matters",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "due_time",
                table: "matters",
                type: "INTEGER",
                nullable: true);

            // As of the next act the program keeps both; this is for what stands open already. Finished matters are not asked after.
            migrationBuilder.Sql("""
                UPDATE matters SET
                    present_step = json_extract(state_json, '$.Step'),
                    due_time = (
                        SELECT unixepoch(json_extract(task.value, '$.DueTime')) * 10000000 + 621355968000000000
                        FROM json_each(state_json, '$.Tasks') AS task
                        WHERE json_extract(task.value, '$.Kind') = 1 AND json_extract(task.value, '$.EndTime') IS NULL
                            AND json_extract(task.value, '$.DueTime') IS NOT NULL LIMIT 1)
                WHERE status = 'Running';
                """);

            migrationBuilder.CreateIndex(
                name: "ix_matters_open",
                table: "matters",
                columns: ["procedure_id", "present_step", "due_time", "start_time"],
                filter: "status = 'Running'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_matters_open",
                table: "matters");

            // By its own statement: the tool would write the whole table anew.
            migrationBuilder.Sql("ALTER TABLE matters DROP COLUMN due_time;");
            migrationBuilder.Sql("ALTER TABLE matters DROP COLUMN present_step;");
        }
    }
}
