using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "organisations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "cooperatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    intake_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_faults",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    intake_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    sentence = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_faults", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_layouts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    headings = table.Column<string>(type: "TEXT", nullable: false),
                    targets = table.Column<string>(type: "TEXT", nullable: false),
                    money_unit = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_layouts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intake_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    intake_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intake_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_intakes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    taken_in_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    header_line = table.Column<int>(type: "INTEGER", nullable: false),
                    headings = table.Column<string>(type: "TEXT", nullable: false),
                    targets = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    money_unit = table.Column<long>(type: "INTEGER", nullable: false),
                    same_by_name_and_place = table.Column<bool>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intakes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gone_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gone_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    gone_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    kept_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kept_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    paper = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    brought = table.Column<string>(type: "TEXT", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    undone_why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    next = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    seen = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    registry_intake_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_intakes_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_intakes_steps_cooperatives_intakes_registry_intake_id",
                        column: x => x.registry_intake_id,
                        principalTable: "cooperatives_intakes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_proposal_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    proposed = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    file_proposal_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_proposal_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_proposal_items_cooperatives_proposals_file_proposal_id",
                        column: x => x.file_proposal_id,
                        principalTable: "cooperatives_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_proposals_steps",
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
                    file_proposal_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_proposals_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_proposals_steps_cooperatives_proposals_file_proposal_id",
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
