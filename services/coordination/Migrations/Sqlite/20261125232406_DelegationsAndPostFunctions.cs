using System;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DelegationsAndPostFunctions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "function",
                table: "posts",
                type: "TEXT",
                nullable: false,
                defaultValue: "Unspecified");

            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    deputy_post = table.Column<string>(type: "TEXT", nullable: false),
                    start_time = table.Column<long>(type: "INTEGER", nullable: false),
                    end_time = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    appointment = table.Column<string>(type: "TEXT", nullable: false),
                    creator = table.Column<string>(type: "TEXT", nullable: false),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    revoke_time = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegations", x => x.id);
                    table.ForeignKey(
                        name: "FK_delegations_posts_deputy_post",
                        column: x => x.deputy_post,
                        principalTable: "posts",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_delegations_posts_post",
                        column: x => x.post,
                        principalTable: "posts",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_delegations_deputy_post",
                table: "delegations",
                column: "deputy_post");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_end_time",
                table: "delegations",
                column: "end_time");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_post_start_time_id",
                table: "delegations",
                columns: new[] { "post", "start_time", "id" });

            migrationBuilder.ForbidOverlap("delegations", "post", "start_time", "end_time", "cancelled");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropColumn(
                name: "function",
                table: "posts");
        }
    }
}
