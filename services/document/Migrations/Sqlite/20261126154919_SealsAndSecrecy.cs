using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealsAndSecrecy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_scoped",
                table: "outgoing_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "sealed_sha256",
                table: "outgoing_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "secrecy",
                table: "outgoing_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "secrecy_printed",
                table: "outgoing_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_scoped",
                table: "incoming_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "secrecy",
                table: "incoming_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "is_classified",
                table: "exchange_partners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "first_copy_number",
                table: "dispatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    organ = table.Column<string>(type: "TEXT", nullable: false),
                    custodian_post = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    state_reason = table.Column<string>(type: "TEXT", nullable: false),
                    state_time = table.Column<long>(type: "INTEGER", nullable: false),
                    create_time = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_export_approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    approver = table.Column<string>(type: "TEXT", nullable: false),
                    expire_time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_export_approvals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_marks",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    period_years = table.Column<int>(type: "INTEGER", nullable: false),
                    condition = table.Column<string>(type: "TEXT", nullable: false),
                    derived_from = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    proposer = table.Column<string>(type: "TEXT", nullable: false),
                    propose_time = table.Column<long>(type: "INTEGER", nullable: false),
                    officer = table.Column<string>(type: "TEXT", nullable: false),
                    confirm_time = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_marks", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "seal_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    copy_count = table.Column<int>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    applicant = table.Column<string>(type: "TEXT", nullable: false),
                    create_time = table.Column<long>(type: "INTEGER", nullable: false),
                    print_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    document_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_applications", x => x.id);
                    table.ForeignKey(
                        name: "FK_seal_applications_outgoing_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "outgoing_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_seal_applications_seals_seal_id",
                        column: x => x.seal_id,
                        principalTable: "seals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seal_uses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    seal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    copy_count = table.Column<int>(type: "INTEGER", nullable: false),
                    document_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    print_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    custodian = table.Column<string>(type: "TEXT", nullable: false),
                    custodian_post = table.Column<string>(type: "TEXT", nullable: false),
                    approver = table.Column<string>(type: "TEXT", nullable: false),
                    applicant = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    provider = table.Column<string>(type: "TEXT", nullable: false),
                    is_test = table.Column<bool>(type: "INTEGER", nullable: false),
                    notice = table.Column<string>(type: "TEXT", nullable: false),
                    void_time = table.Column<long>(type: "INTEGER", nullable: true),
                    void_person = table.Column<string>(type: "TEXT", nullable: false),
                    void_reason = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_uses", x => x.id);
                    table.ForeignKey(
                        name: "FK_seal_uses_seals_seal_id",
                        column: x => x.seal_id,
                        principalTable: "seals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "secrecy_scope_extensions",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    principals = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secrecy_scope_extensions", x => new { x.subject, x.number });
                    table.ForeignKey(
                        name: "FK_secrecy_scope_extensions_secrecy_marks_subject",
                        column: x => x.subject,
                        principalTable: "secrecy_marks",
                        principalColumn: "subject",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seal_application_approvals",
                columns: table => new
                {
                    seal_application_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    opinion = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seal_application_approvals", x => x.seal_application_id);
                    table.ForeignKey(
                        name: "FK_seal_application_approvals_seal_applications_seal_application_id",
                        column: x => x.seal_application_id,
                        principalTable: "seal_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_seal_applications_document_id_create_time",
                table: "seal_applications",
                columns: new[] { "document_id", "create_time" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_applications_running",
                table: "seal_applications",
                column: "document_id",
                unique: true,
                filter: "state = 'InProgress'");

            migrationBuilder.CreateIndex(
                name: "IX_seal_applications_seal_id",
                table: "seal_applications",
                column: "seal_id");

            migrationBuilder.CreateIndex(
                name: "IX_seal_uses_document_id",
                table: "seal_uses",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_seal_uses_month_number",
                table: "seal_uses",
                columns: new[] { "month", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_seal_uses_seal_id",
                table: "seal_uses",
                column: "seal_id");

            migrationBuilder.CreateIndex(
                name: "IX_seals_create_time_id",
                table: "seals",
                columns: new[] { "create_time", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seals_names",
                table: "seals",
                column: "display_name",
                unique: true,
                filter: "state <> 'Destroyed'");

            migrationBuilder.CreateIndex(
                name: "IX_secrecy_export_approvals_subject_person_expire_time",
                table: "secrecy_export_approvals",
                columns: new[] { "subject", "person", "expire_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "seal_application_approvals");

            migrationBuilder.DropTable(
                name: "seal_uses");

            migrationBuilder.DropTable(
                name: "secrecy_export_approvals");

            migrationBuilder.DropTable(
                name: "secrecy_scope_extensions");

            migrationBuilder.DropTable(
                name: "seal_applications");

            migrationBuilder.DropTable(
                name: "secrecy_marks");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropColumn(
                name: "is_scoped",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "sealed_sha256",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "secrecy",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "secrecy_printed",
                table: "outgoing_documents");

            migrationBuilder.DropColumn(
                name: "is_scoped",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "secrecy",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "is_classified",
                table: "exchange_partners");

            migrationBuilder.DropColumn(
                name: "first_copy_number",
                table: "dispatches");
        }
    }
}
