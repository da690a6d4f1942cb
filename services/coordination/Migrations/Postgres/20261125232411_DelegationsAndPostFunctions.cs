using System;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Coordination.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DelegationsAndPostFunctions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "function",
                schema: "coordination",
                table: "posts",
                type: "text",
                nullable: false,
                defaultValue: "Unspecified");

            migrationBuilder.CreateTable(
                name: "delegations",
                schema: "coordination",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    deputy_post = table.Column<string>(type: "text", nullable: false),
                    start_time = table.Column<long>(type: "bigint", nullable: false),
                    end_time = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    appointment = table.Column<string>(type: "text", nullable: false),
                    creator = table.Column<string>(type: "text", nullable: false),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    revoke_time = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegations", x => x.id);
                    table.ForeignKey(
                        name: "FK_delegations_posts_deputy_post",
                        column: x => x.deputy_post,
                        principalSchema: "coordination",
                        principalTable: "posts",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_delegations_posts_post",
                        column: x => x.post,
                        principalSchema: "coordination",
                        principalTable: "posts",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_delegations_deputy_post",
                schema: "coordination",
                table: "delegations",
                column: "deputy_post");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_end_time",
                schema: "coordination",
                table: "delegations",
                column: "end_time");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_post_start_time_id",
                schema: "coordination",
                table: "delegations",
                columns: new[] { "post", "start_time", "id" });

            migrationBuilder.ForbidOverlap("delegations", "post", "start_time", "end_time", "cancelled");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delegations",
                schema: "coordination");

            migrationBuilder.DropColumn(
                name: "function",
                schema: "coordination",
                table: "posts");
        }
    }
}
