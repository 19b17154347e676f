using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RightsToMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_marks_grants_mark_id_holder_id_product_key",
                table: "marks_grants");

            migrationBuilder.AddColumn<string>(
                name: "batch",
                table: "marks_grants",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "certificate_key",
                table: "marks_grants",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "certificate_number",
                table: "marks_grants",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "check_code",
                table: "marks_grants",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gtin",
                table: "marks_grants",
                type: "character varying(14)",
                maxLength: 14,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "product_group",
                table: "marks_grants",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "renewed_from",
                table: "marks_grants",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "workshop",
                table: "marks_grants",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "marks_grant_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_from = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_certificate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    mark_grant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_grant_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_grant_acts_marks_grants_mark_grant_id",
                        column: x => x.mark_grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_label_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    seen = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    spot = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    erased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_label_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_label_reports_marks_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_label_report_steps",
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
                    label_report_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_label_report_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_label_report_steps_marks_label_reports_label_report_id",
                        column: x => x.label_report_id,
                        principalTable: "marks_label_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_check_code",
                table: "marks_grants",
                column: "check_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_gtin",
                table: "marks_grants",
                column: "gtin");

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_mark_id_certificate_key",
                table: "marks_grants",
                columns: new[] { "mark_id", "certificate_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_mark_id_holder_id_product_key",
                table: "marks_grants",
                columns: new[] { "mark_id", "holder_id", "product_key" },
                unique: true,
                filter: "status NOT IN ('Revoked', 'GivenUp')");

            migrationBuilder.CreateIndex(
                name: "ix_marks_grant_acts_mark_grant_id",
                table: "marks_grant_acts",
                column: "mark_grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_report_steps_label_report_id",
                table: "marks_label_report_steps",
                column: "label_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_reports_grant_id",
                table: "marks_label_reports",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_reports_status_created_at",
                table: "marks_label_reports",
                columns: new[] { "status", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marks_grant_acts");

            migrationBuilder.DropTable(
                name: "marks_label_report_steps");

            migrationBuilder.DropTable(
                name: "marks_label_reports");

            migrationBuilder.DropIndex(
                name: "ix_marks_grants_check_code",
                table: "marks_grants");

            migrationBuilder.DropIndex(
                name: "ix_marks_grants_gtin",
                table: "marks_grants");

            migrationBuilder.DropIndex(
                name: "ix_marks_grants_mark_id_certificate_key",
                table: "marks_grants");

            migrationBuilder.DropIndex(
                name: "ix_marks_grants_mark_id_holder_id_product_key",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "batch",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "certificate_key",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "certificate_number",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "check_code",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "gtin",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "product_group",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "renewed_from",
                table: "marks_grants");

            migrationBuilder.DropColumn(
                name: "workshop",
                table: "marks_grants");

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_mark_id_holder_id_product_key",
                table: "marks_grants",
                columns: new[] { "mark_id", "holder_id", "product_key" },
                unique: true,
                filter: "status <> 'Revoked'");
        }
    }
}
