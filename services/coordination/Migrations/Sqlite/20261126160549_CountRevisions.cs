using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "revision",
                table: "inbox_counts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "revision",
                table: "inbox_counts");
        }
    }
}
