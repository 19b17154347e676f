using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "unlock_failures",
                table: "identity_sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "identity_consent_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    english_controller = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_kinds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_retention = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_rights = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_controller = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_kinds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_retention = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_rights = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_consent_texts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    given = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_consents_person_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_data_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    on_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    third_parties = table.Column<bool>(type: "INTEGER", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_data_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_data_requests_person_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_data_request_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    data_request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_data_request_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_data_request_steps_identity_data_requests_data_request_id",
                        column: x => x.data_request_id,
                        principalTable: "identity_data_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_identity_consent_texts_number",
                table: "identity_consent_texts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_consents_person_id_number",
                table: "identity_consents",
                columns: new[] { "person_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_data_request_steps_data_request_id",
                table: "identity_data_request_steps",
                column: "data_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_data_requests_person_id",
                table: "identity_data_requests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_data_requests_status_filed_on",
                table: "identity_data_requests",
                columns: new[] { "status", "filed_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_consent_texts");

            migrationBuilder.DropTable(
                name: "identity_consents");

            migrationBuilder.DropTable(
                name: "identity_data_request_steps");

            migrationBuilder.DropTable(
                name: "identity_data_requests");

            migrationBuilder.DropColumn(
                name: "unlock_failures",
                table: "identity_sessions");
        }
    }
}
