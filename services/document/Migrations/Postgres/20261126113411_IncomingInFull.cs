using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Backoffice.Document.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IncomingInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_incoming_documents_number_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropIndex(
                name: "IX_incoming_documents_title_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.AddColumn<long>(
                name: "remind_time",
                schema: "document",
                table: "matters",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "duplicate_key",
                schema: "document",
                table: "incoming_documents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "duplicate_reason",
                schema: "document",
                table: "incoming_documents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "subject_key",
                schema: "document",
                table: "incoming_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer_document",
                schema: "document",
                table: "incoming_document_handlings",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "answer_time",
                schema: "document",
                table: "incoming_document_handlings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "important",
                schema: "document",
                table: "incoming_document_handlings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_matters_remind_time",
                schema: "document",
                table: "matters",
                column: "remind_time",
                filter: "remind_time IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_duplicate_key_order_key",
                schema: "document",
                table: "incoming_documents",
                columns: new[] { "duplicate_key", "order_key" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_number_key_order_key",
                schema: "document",
                table: "incoming_documents",
                columns: new[] { "number_key", "order_key" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_subject_key_register_time",
                schema: "document",
                table: "incoming_documents",
                columns: new[] { "subject_key", "register_time" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_title_key_order_key",
                schema: "document",
                table: "incoming_documents",
                columns: new[] { "title_key", "order_key" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_documents_without_keys",
                schema: "document",
                table: "incoming_documents",
                column: "order_key",
                filter: "subject_key IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_document_attachments_sha256",
                schema: "document",
                table: "incoming_document_attachments",
                column: "sha256");

            // A model names no index of a column within a complex property.
            migrationBuilder.CreateIndex(
                name: "IX_outgoing_documents_in_reply_to",
                schema: "document",
                table: "outgoing_documents",
                columns: new[] { "in_reply_to", "order_key" });

            // What runs already is looked at once, and then has its next reminder.
            migrationBuilder.Sql("UPDATE document.matters SET remind_time = 1 WHERE status = 'Running'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outgoing_documents_in_reply_to",
                schema: "document",
                table: "outgoing_documents");

            migrationBuilder.DropIndex(
                name: "IX_matters_remind_time",
                schema: "document",
                table: "matters");

            migrationBuilder.DropIndex(
                name: "IX_incoming_documents_duplicate_key_order_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropIndex(
                name: "IX_incoming_documents_number_key_order_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropIndex(
                name: "IX_incoming_documents_subject_key_register_time",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropIndex(
                name: "IX_incoming_documents_title_key_order_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropIndex(
                name: "ix_incoming_documents_without_keys",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropIndex(
                name: "IX_incoming_document_attachments_sha256",
                schema: "document",
                table: "incoming_document_attachments");

            migrationBuilder.DropColumn(
                name: "remind_time",
                schema: "document",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "duplicate_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "duplicate_reason",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "subject_key",
                schema: "document",
                table: "incoming_documents");

            migrationBuilder.DropColumn(
                name: "answer_document",
                schema: "document",
                table: "incoming_document_handlings");

            migrationBuilder.DropColumn(
                name: "answer_time",
                schema: "document",
                table: "incoming_document_handlings");

            migrationBuilder.DropColumn(
                name: "important",
                schema: "document",
                table: "incoming_document_handlings");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_number_key",
                schema: "document",
                table: "incoming_documents",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_documents_title_key",
                schema: "document",
                table: "incoming_documents",
                column: "title_key");
        }
    }
}
