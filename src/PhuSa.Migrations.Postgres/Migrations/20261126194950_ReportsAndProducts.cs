using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReportsAndProducts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cooperatives_products",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_order = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    place_search_text = table.Column<string>(type: "text", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sub_group = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ministry = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    traceability = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    sales_points = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_products", x => x.id);
                });

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
                name: "cooperatives_product_evaluations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    score_a = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    score_b = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    score_c = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    stars = table.Column<int>(type: "integer", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    certificate_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    letter_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    letter_sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    since_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_product_evaluations", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_product_evaluations_ocop_product_product_id",
                        column: x => x.product_id,
                        principalTable: "cooperatives_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_product_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    ocop_product_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_product_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_product_photos_cooperatives_products_ocop_prod",
                        column: x => x.ocop_product_id,
                        principalTable: "cooperatives_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "cooperatives_product_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_of_rule = table.Column<bool>(type: "boolean", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ocop_evaluation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_product_dossier", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_product_dossier_cooperatives_product_evaluatio",
                        column: x => x.ocop_evaluation_id,
                        principalTable: "cooperatives_product_evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_product_evaluation_steps",
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
                    ocop_evaluation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_product_evaluation_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_product_evaluation_steps_cooperatives_product_",
                        column: x => x.ocop_evaluation_id,
                        principalTable: "cooperatives_product_evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_dossier_ocop_evaluation_id",
                table: "cooperatives_product_dossier",
                column: "ocop_evaluation_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_evaluation_steps_ocop_evaluation_id",
                table: "cooperatives_product_evaluation_steps",
                column: "ocop_evaluation_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_evaluations_code",
                table: "cooperatives_product_evaluations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_evaluations_product_id",
                table: "cooperatives_product_evaluations",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_evaluations_status",
                table: "cooperatives_product_evaluations",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_photos_ocop_product_id",
                table: "cooperatives_product_photos",
                column: "ocop_product_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_products_code",
                table: "cooperatives_products",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_products_owner_id",
                table: "cooperatives_products",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_products_place_id",
                table: "cooperatives_products",
                column: "place_id");

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
                name: "cooperatives_product_dossier");

            migrationBuilder.DropTable(
                name: "cooperatives_product_evaluation_steps");

            migrationBuilder.DropTable(
                name: "cooperatives_product_photos");

            migrationBuilder.DropTable(
                name: "cooperatives_rating_limits");

            migrationBuilder.DropTable(
                name: "cooperatives_report_scores");

            migrationBuilder.DropTable(
                name: "cooperatives_reports_steps");

            migrationBuilder.DropTable(
                name: "cooperatives_product_evaluations");

            migrationBuilder.DropTable(
                name: "cooperatives_reports");

            migrationBuilder.DropTable(
                name: "cooperatives_products");
        }
    }
}
