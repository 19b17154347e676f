using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MarksInTheField : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "visit_id",
                table: "marks_grant_acts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "marks_ceremonies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    venue = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    organiser = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    article_url = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_ceremonies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marks_inspection_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_inspection_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marks_samples",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    alt = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    certification_mark_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_samples", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_samples_marks_certification_marks_certification_mark_id",
                        column: x => x.certification_mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_statement_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kid = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    private_key = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    compromised_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_statement_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marks_ceremony_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_off_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    taken_off_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_off_why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    handover_ceremony_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_ceremony_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_ceremony_grants_mark_grant_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_ceremony_grants_marks_ceremonies_handover_ceremony_id",
                        column: x => x.handover_ceremony_id,
                        principalTable: "marks_ceremonies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_inspection_plan_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspection_plan_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_inspection_plan_marks", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_inspection_plan_marks_marks_certification_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_inspection_plan_marks_marks_inspection_plans_inspection_plan_id",
                        column: x => x.inspection_plan_id,
                        principalTable: "marks_inspection_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_inspection_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    scan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    planned_for = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unannounced = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    prepare = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    carried_out_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    team = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    looked_at = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    remedy_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_inspection_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visits_label_report_report_id",
                        column: x => x.report_id,
                        principalTable: "marks_label_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visits_marks_certification_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visits_marks_inspection_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "marks_inspection_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visits_unusual_scan_scan_id",
                        column: x => x.scan_id,
                        principalTable: "marks_unusual_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_statement_key_steps",
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
                    statement_key_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_statement_key_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_statement_key_steps_marks_statement_keys_statement_key_id",
                        column: x => x.statement_key_id,
                        principalTable: "marks_statement_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_inspection_visit_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    inspection_visit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_inspection_visit_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visit_acts_marks_inspection_visits_inspection_visit_id",
                        column: x => x.inspection_visit_id,
                        principalTable: "marks_inspection_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_inspection_visit_rights",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    finding = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    inspection_visit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_inspection_visit_rights", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visit_rights_marks_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visit_rights_marks_inspection_visits_inspection_visit_id",
                        column: x => x.inspection_visit_id,
                        principalTable: "marks_inspection_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_inspection_visit_steps",
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
                    inspection_visit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_inspection_visit_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_inspection_visit_steps_marks_inspection_visits_inspection_visit_id",
                        column: x => x.inspection_visit_id,
                        principalTable: "marks_inspection_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_marks_ceremonies_body_id",
                table: "marks_ceremonies",
                column: "body_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_ceremonies_held_on",
                table: "marks_ceremonies",
                column: "held_on");

            migrationBuilder.CreateIndex(
                name: "ix_marks_ceremony_grants_grant_id",
                table: "marks_ceremony_grants",
                column: "grant_id",
                unique: true,
                filter: "taken_off_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_marks_ceremony_grants_handover_ceremony_id",
                table: "marks_ceremony_grants",
                column: "handover_ceremony_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_plan_marks_inspection_plan_id",
                table: "marks_inspection_plan_marks",
                column: "inspection_plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_plan_marks_mark_id",
                table: "marks_inspection_plan_marks",
                column: "mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_plans_body_id",
                table: "marks_inspection_plans",
                column: "body_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visit_acts_inspection_visit_id",
                table: "marks_inspection_visit_acts",
                column: "inspection_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visit_rights_grant_id",
                table: "marks_inspection_visit_rights",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visit_rights_inspection_visit_id",
                table: "marks_inspection_visit_rights",
                column: "inspection_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visit_steps_inspection_visit_id",
                table: "marks_inspection_visit_steps",
                column: "inspection_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visits_code",
                table: "marks_inspection_visits",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visits_holder_id",
                table: "marks_inspection_visits",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visits_mark_id",
                table: "marks_inspection_visits",
                column: "mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visits_plan_id",
                table: "marks_inspection_visits",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visits_report_id",
                table: "marks_inspection_visits",
                column: "report_id",
                unique: true,
                filter: "status <> 'CalledOff'");

            migrationBuilder.CreateIndex(
                name: "ix_marks_inspection_visits_scan_id",
                table: "marks_inspection_visits",
                column: "scan_id",
                unique: true,
                filter: "status <> 'CalledOff'");

            migrationBuilder.CreateIndex(
                name: "ix_marks_samples_certification_mark_id",
                table: "marks_samples",
                column: "certification_mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_statement_key_steps_statement_key_id",
                table: "marks_statement_key_steps",
                column: "statement_key_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_statement_keys_kid",
                table: "marks_statement_keys",
                column: "kid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_statement_keys_number",
                table: "marks_statement_keys",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marks_ceremony_grants");

            migrationBuilder.DropTable(
                name: "marks_inspection_plan_marks");

            migrationBuilder.DropTable(
                name: "marks_inspection_visit_acts");

            migrationBuilder.DropTable(
                name: "marks_inspection_visit_rights");

            migrationBuilder.DropTable(
                name: "marks_inspection_visit_steps");

            migrationBuilder.DropTable(
                name: "marks_samples");

            migrationBuilder.DropTable(
                name: "marks_statement_key_steps");

            migrationBuilder.DropTable(
                name: "marks_ceremonies");

            migrationBuilder.DropTable(
                name: "marks_inspection_visits");

            migrationBuilder.DropTable(
                name: "marks_statement_keys");

            migrationBuilder.DropTable(
                name: "marks_inspection_plans");

            migrationBuilder.DropColumn(
                name: "visit_id",
                table: "marks_grant_acts");
        }
    }
}
