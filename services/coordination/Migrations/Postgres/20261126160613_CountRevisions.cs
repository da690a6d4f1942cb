using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "revision",
                schema: "coordination",
                table: "inbox_counts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "revision",
                schema: "coordination",
                table: "inbox_counts");
        }
    }
}
