using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Registry2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "also_found_by",
                table: "organisations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "cooperatives",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intake_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_faults",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intake_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sentence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    args = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_faults", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_layouts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    headings = table.Column<string[]>(type: "text[]", nullable: false),
                    targets = table.Column<string[]>(type: "text[]", nullable: false),
                    money_unit = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_layouts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intake_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intakes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    taken_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    header_line = table.Column<int>(type: "integer", nullable: false),
                    headings = table.Column<string[]>(type: "text[]", nullable: false),
                    targets = table.Column<string[]>(type: "text[]", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    money_unit = table.Column<long>(type: "bigint", nullable: false),
                    same_by_name_and_place = table.Column<bool>(type: "boolean", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intakes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    gone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gone_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    gone_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    paper = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    brought = table.Column<string>(type: "text", nullable: false),
                    own = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    undone_why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_proposals_cooperative_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_progress",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    next = table.Column<int>(type: "integer", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    seen = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_progress", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_intake_progress_registry_intake_id",
                        column: x => x.id,
                        principalTable: "cooperatives_intakes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intakes_steps",
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
                    registry_intake_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intakes_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_intakes_steps_cooperatives_intakes_registry_in",
                        column: x => x.registry_intake_id,
                        principalTable: "cooperatives_intakes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_proposal_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    proposed = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    file_proposal_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_proposal_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_proposal_items_cooperatives_proposals_file_pro",
                        column: x => x.file_proposal_id,
                        principalTable: "cooperatives_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_proposals_steps",
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
                    file_proposal_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_proposals_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_proposals_steps_cooperatives_proposals_file_pr",
                        column: x => x.file_proposal_id,
                        principalTable: "cooperatives_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_merged_into_id",
                table: "cooperatives",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intake_answers_intake_id_line",
                table: "cooperatives_intake_answers",
                columns: new[] { "intake_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intake_faults_intake_id_line",
                table: "cooperatives_intake_faults",
                columns: new[] { "intake_id", "line" });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intake_layouts_organisation_id_name",
                table: "cooperatives_intake_layouts",
                columns: new[] { "organisation_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intake_marks_cooperative_id",
                table: "cooperatives_intake_marks",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intake_marks_intake_id",
                table: "cooperatives_intake_marks",
                column: "intake_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intakes_taken_in_at",
                table: "cooperatives_intakes",
                column: "taken_in_at");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_intakes_steps_registry_intake_id",
                table: "cooperatives_intakes_steps",
                column: "registry_intake_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_merges_gone_id",
                table: "cooperatives_merges",
                column: "gone_id",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_merges_kept_id",
                table: "cooperatives_merges",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_proposal_items_file_proposal_id",
                table: "cooperatives_proposal_items",
                column: "file_proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_proposals_cooperative_id",
                table: "cooperatives_proposals",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_proposals_status_sent_at",
                table: "cooperatives_proposals",
                columns: new[] { "status", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_proposals_steps_file_proposal_id",
                table: "cooperatives_proposals_steps",
                column: "file_proposal_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cooperatives_intake_answers");

            migrationBuilder.DropTable(
                name: "cooperatives_intake_faults");

            migrationBuilder.DropTable(
                name: "cooperatives_intake_layouts");

            migrationBuilder.DropTable(
                name: "cooperatives_intake_marks");

            migrationBuilder.DropTable(
                name: "cooperatives_intake_progress");

            migrationBuilder.DropTable(
                name: "cooperatives_intakes_steps");

            migrationBuilder.DropTable(
                name: "cooperatives_merges");

            migrationBuilder.DropTable(
                name: "cooperatives_proposal_items");

            migrationBuilder.DropTable(
                name: "cooperatives_proposals_steps");

            migrationBuilder.DropTable(
                name: "cooperatives_intakes");

            migrationBuilder.DropTable(
                name: "cooperatives_proposals");

            migrationBuilder.DropIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_cooperatives_merged_into_id",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "also_found_by",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "cooperatives");
        }
    }
}
