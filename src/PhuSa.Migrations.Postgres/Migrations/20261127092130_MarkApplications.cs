using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MarkApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "goods",
                table: "marks_certification_marks",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "registered_on",
                table: "marks_certification_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "registration_ends_on",
                table: "marks_certification_marks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "registration_number",
                table: "marks_certification_marks",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "marks_regulations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    conditions = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    characteristics = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    control = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    cost = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    zone = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    product_groups = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    appraisal_days = table.Column<int>(type: "integer", nullable: true),
                    supplement_days = table.Column<int>(type: "integer", nullable: true),
                    issue_days = table.Column<int>(type: "integer", nullable: true),
                    valid_months = table.Column<int>(type: "integer", nullable: true),
                    ban_months = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_regulations", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_regulations_marks_certification_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    mark_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    product_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    product_group = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    workshop = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    output = table.Column<long>(type: "bigint", nullable: true),
                    output_unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    process = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    safety = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    regulation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_applications_certification_mark_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_applications_mark_grant_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_applications_mark_regulation_regulation_id",
                        column: x => x.regulation_id,
                        principalTable: "marks_regulations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_application_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    team = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    passed = table.Column<bool>(type: "boolean", nullable: true),
                    mark_application_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_application_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_application_acts_marks_applications_mark_application_",
                        column: x => x.mark_application_id,
                        principalTable: "marks_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_application_steps",
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
                    mark_application_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_application_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_application_steps_marks_applications_mark_application",
                        column: x => x.mark_application_id,
                        principalTable: "marks_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_marks_application_acts_mark_application_id",
                table: "marks_application_acts",
                column: "mark_application_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_application_steps_mark_application_id",
                table: "marks_application_steps",
                column: "mark_application_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_applications_applicant_id",
                table: "marks_applications",
                column: "applicant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_applications_code",
                table: "marks_applications",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_applications_grant_id",
                table: "marks_applications",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_applications_mark_id_applicant_id_product_key",
                table: "marks_applications",
                columns: new[] { "mark_id", "applicant_id", "product_key" },
                unique: true,
                filter: "status NOT IN ('Granted', 'Refused', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "ix_marks_applications_regulation_id",
                table: "marks_applications",
                column: "regulation_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_regulations_mark_id_valid_from",
                table: "marks_regulations",
                columns: new[] { "mark_id", "valid_from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marks_application_acts");

            migrationBuilder.DropTable(
                name: "marks_application_steps");

            migrationBuilder.DropTable(
                name: "marks_applications");

            migrationBuilder.DropTable(
                name: "marks_regulations");

            migrationBuilder.DropColumn(
                name: "goods",
                table: "marks_certification_marks");

            migrationBuilder.DropColumn(
                name: "registered_on",
                table: "marks_certification_marks");

            migrationBuilder.DropColumn(
                name: "registration_ends_on",
                table: "marks_certification_marks");

            migrationBuilder.DropColumn(
                name: "registration_number",
                table: "marks_certification_marks");
        }
    }
}
