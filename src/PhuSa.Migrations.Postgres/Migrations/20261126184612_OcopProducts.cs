using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OcopProducts : Migration
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
                name: "cooperatives_product_evaluations");

            migrationBuilder.DropTable(
                name: "cooperatives_products");
        }
    }
}
