using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Feedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "portal_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    form_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    page = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    allows_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    consent_version = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    assignee_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    public_question = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    public_answer = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    shows_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    erased_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_opening_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    visits = table.Column<long>(type: "INTEGER", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_opening_visits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_feedback_steps",
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
                    feedback_item_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_feedback_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_feedback_steps_portal_feedback_feedback_item_id",
                        column: x => x.feedback_item_id,
                        principalTable: "portal_feedback",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_code",
                table: "portal_feedback",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_form_key",
                table: "portal_feedback",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_site_status_created_at",
                table: "portal_feedback",
                columns: new[] { "site", "status", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_steps_feedback_item_id",
                table: "portal_feedback_steps",
                column: "feedback_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_opening_visits_site",
                table: "portal_opening_visits",
                column: "site",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_feedback_steps");

            migrationBuilder.DropTable(
                name: "portal_opening_visits");

            migrationBuilder.DropTable(
                name: "portal_feedback");
        }
    }
}
