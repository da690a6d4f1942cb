using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SealsAndSecrecy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_scoped",
                schema: "document",
                table: "outgoing_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "sealed_sha256",
                schema: "document",
                table: "outgoing_documents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "secrecy",
                schema: "document",
                table: "outgoing_documents",
                type: "text",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "secrecy_printed",
                schema: "document",
                table: "outgoing_documents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_scoped",
                schema: "document",
                table: "incoming_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "secrecy",
                schema: "document",
                table: "incoming_documents",
                type: "text",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "is_classified",
                schema: "document",
                table: "exchange_partners",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "first_copy_number",
                schema: "document",
                table: "dispatches",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "seals",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    organ = table.Column<string>(type: "text", nullable: false),
                    custodian_post = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_reason = table.Column<string>(type: "text", nullable: false),
                    state_time = table.Column<long>(type: "bigint", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_export_approvals",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    approver = table.Column<string>(type: "text", nullable: false),
                    expire_time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_export_approvals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_marks",
                schema: "document",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    period_years = table.Column<int>(type: "integer", nullable: false),
                    condition = table.Column<string>(type: "text", nullable: false),
                    derived_from = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string[]>(type: "text[]", nullable: false),
                    proposer = table.Column<string>(type: "text", nullable: false),
                    propose_time = table.Column<long>(type: "bigint", nullable: false),
                    officer = table.Column<string>(type: "text", nullable: false),
                    confirm_time = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_marks", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "seal_applications",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    copy_count = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    applicant = table.Column<string>(type: "text", nullable: false),
                    create_time = table.Column<long>(type: "bigint", nullable: false),
                    print_sha256 = table.Column<string>(type: "text", nullable: false),
                    document_sha256 = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    matter = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_applications", x => x.id);
                    table.ForeignKey(
                        name: "FK_seal_applications_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "document",
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_seal_applications_seals_seal_id",
                        column: x => x.seal_id,
                        principalSchema: "document",
                        principalTable: "seals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seal_uses",
                schema: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    seal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    copy_count = table.Column<int>(type: "integer", nullable: false),
                    document_sha256 = table.Column<string>(type: "text", nullable: false),
                    print_sha256 = table.Column<string>(type: "text", nullable: false),
                    sealed_sha256 = table.Column<string>(type: "text", nullable: false),
                    custodian = table.Column<string>(type: "text", nullable: false),
                    custodian_post = table.Column<string>(type: "text", nullable: false),
                    approver = table.Column<string>(type: "text", nullable: false),
                    applicant = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    is_test = table.Column<bool>(type: "boolean", nullable: false),
                    notice = table.Column<string>(type: "text", nullable: false),
                    void_time = table.Column<long>(type: "bigint", nullable: true),
                    void_person = table.Column<string>(type: "text", nullable: false),
                    void_reason = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_uses", x => x.id);
                    table.ForeignKey(
                        name: "FK_seal_uses_seals_seal_id",
                        column: x => x.seal_id,
                        principalSchema: "document",
                        principalTable: "seals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_scope_extensions",
                schema: "document",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    principals = table.Column<string[]>(type: "text[]", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_scope_extensions", x => new { x.subject, x.number });
                    table.ForeignKey(
                        name: "FK_secrecy_scope_extensions_secrecy_marks_subject",
                        column: x => x.subject,
                        principalSchema: "document",
                        principalTable: "secrecy_marks",
                        principalColumn: "subject",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seal_application_approvals",
                schema: "document",
                columns: table => new
                {
                    seal_application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_application_approvals", x => x.seal_application_id);
                    table.ForeignKey(
                        name: "FK_seal_application_approvals_seal_applications_seal_applicati~",
                        column: x => x.seal_application_id,
                        principalSchema: "document",
                        principalTable: "seal_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_seal_applications_document_id_create_time",
                schema: "document",
                table: "seal_applications",
                columns: new[] { "document_id", "create_time" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_applications_running",
                schema: "document",
                table: "seal_applications",
                column: "document_id",
                unique: true,
                filter: "state = 'InProgress'");

            migrationBuilder.CreateIndex(
                name: "IX_seal_applications_seal_id",
                schema: "document",
                table: "seal_applications",
                column: "seal_id");

            migrationBuilder.CreateIndex(
                name: "IX_seal_uses_document_id",
                schema: "document",
                table: "seal_uses",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_seal_uses_month_number",
                schema: "document",
                table: "seal_uses",
                columns: new[] { "month", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_seal_uses_seal_id",
                schema: "document",
                table: "seal_uses",
                column: "seal_id");

            migrationBuilder.CreateIndex(
                name: "IX_seals_create_time_id",
                schema: "document",
                table: "seals",
                columns: new[] { "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seals_names",
                schema: "document",
                table: "seals",
                column: "display_name",
                unique: true,
                filter: "state <> 'Destroyed'");

            migrationBuilder.CreateIndex(
                name: "IX_secrecy_export_approvals_subject_person_expire_time",
                schema: "document",
                table: "secrecy_export_approvals",
                columns: new[] { "subject", "person", "expire_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "seal_application_approvals",
                schema: "document");

            migrationBuilder.DropTable(
                name: "seal_uses",
                schema: "document");

            migrationBuilder.DropTable(
                name: "secrecy_export_approvals",
                schema: "document");

            migrationBuilder.DropTable(
                name: "secrecy_scope_extensions",
                schema: "document");

            migrationBuilder.DropTable(
                name: "seal_applications",
                schema: "document");

            migrationBuilder.DropTable(
                name: "secrecy_marks",
                schema: "document");

            migrationBuilder.DropTable(
                name: "seals",
                schema: "document");

            migrationBuilder.DropColumn(
                name: "is_scoped",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "sealed_sha256",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "secrecy",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "secrecy_printed",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "is_scoped",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "secrecy",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "is_classified",
                schema: "document",
                table: "exchange_partners");

            migrationBuilder.DropColumn(
                name: "first_copy_number",
                schema: "document",
                table: "dispatches");
        }
    }
}
