using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class YearReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cooperatives_rating_limits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    criterion = table.Column<int>(type: "integer", nullable: false),
                    most = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_rating_limits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    official_members = table.Column<int>(type: "integer", nullable: true),
                    capital_linked_members = table.Column<int>(type: "integer", nullable: true),
                    linked_members = table.Column<int>(type: "integer", nullable: true),
                    capital = table.Column<long>(type: "bigint", nullable: true),
                    revenue = table.Column<long>(type: "bigint", nullable: true),
                    figures_on = table.Column<DateOnly>(type: "date", nullable: true),
                    figures_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    figures_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    figures_taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    figures_taken_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    points = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    not_rated_for = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_reports_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_report_scores",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<int>(type: "integer", nullable: false),
                    own_points = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    own_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    body_points = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    body_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    year_report_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_report_scores", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_report_scores_cooperatives_reports_year_report",
                        column: x => x.year_report_id,
                        principalTable: "cooperatives_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_reports_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year_report_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_reports_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_reports_steps_cooperatives_reports_year_report",
                        column: x => x.year_report_id,
                        principalTable: "cooperatives_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_rating_limits_rule_criterion",
                table: "cooperatives_rating_limits",
                columns: new[] { "rule", "criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_report_scores_year_report_id",
                table: "cooperatives_report_scores",
                column: "year_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_reports_cooperative_id_year",
                table: "cooperatives_reports",
                columns: new[] { "cooperative_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_reports_year_status",
                table: "cooperatives_reports",
                columns: new[] { "year", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_reports_steps_year_report_id",
                table: "cooperatives_reports_steps",
                column: "year_report_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cooperatives_rating_limits");

            migrationBuilder.DropTable(
                name: "cooperatives_report_scores");

            migrationBuilder.DropTable(
                name: "cooperatives_reports_steps");

            migrationBuilder.DropTable(
                name: "cooperatives_reports");
        }
    }
}
