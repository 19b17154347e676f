using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MembersAndMerges : Migration
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

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "alliance_memoranda",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "field",
                table: "alliance_memoranda",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "other_parties",
                table: "alliance_memoranda",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "paper_id",
                table: "alliance_award_decisions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "alliance_award_decisions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "paper_id",
                table: "alliance_admission_decisions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "alliance_admission_decisions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "alliance_award_kinds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_award_kinds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_fee_schedules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_year = table.Column<int>(type: "INTEGER", nullable: false),
                    part_year = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_fee_schedules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_member_classes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    meaning = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    kind_list = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    may_vote = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_member_classes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_memberships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_memberships", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    memorandum_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    since_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_obligations", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_obligations_alliance_memoranda_memorandum_id",
                        column: x => x.memorandum_id,
                        principalTable: "alliance_memoranda",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alliance_receipt_series",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_receipt_series", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "alliance_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    book_year = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fee_year = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    payer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_receipts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    class_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    slip = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    room = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    findings = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_requests", x => x.id);
                });

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
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    same_by_name_and_place = table.Column<bool>(type: "INTEGER", nullable: false),
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
                name: "alliance_nominations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    merits = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    nominated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_nominations", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_nominations_alliance_award_kinds_kind_id",
                        column: x => x.kind_id,
                        principalTable: "alliance_award_kinds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alliance_fee_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    class_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    fee_schedule_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_fee_rates", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_fee_rates_alliance_fee_schedules_fee_schedule_id",
                        column: x => x.fee_schedule_id,
                        principalTable: "alliance_fee_schedules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_membership_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    membership_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_membership_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_membership_acts_alliance_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "alliance_memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_membership_steps",
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
                    membership_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_membership_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_membership_steps_alliance_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "alliance_memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_obligation_steps",
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
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_obligation_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_obligation_steps_alliance_obligations_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "alliance_obligations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_receipt_steps",
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
                    fee_receipt_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_receipt_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_receipt_steps_alliance_receipts_fee_receipt_id",
                        column: x => x.fee_receipt_id,
                        principalTable: "alliance_receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_request_steps",
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
                    membership_request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_request_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_request_steps_alliance_requests_membership_request_id",
                        column: x => x.membership_request_id,
                        principalTable: "alliance_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "alliance_nomination_steps",
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
                    nomination_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_nomination_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_nomination_steps_alliance_nominations_nomination_id",
                        column: x => x.nomination_id,
                        principalTable: "alliance_nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "alliance_award_kinds",
                columns: new[] { "id", "form", "is_retired", "level", "name", "version" },
                values: new object[,]
                {
                    { new Guid("0190a1b3-0000-7000-8000-000000000001"), "CommemorativeMedal", false, "NationalAlliance", "Kỷ niệm chương “Vì sự nghiệp phát triển hợp tác xã”", 0 },
                    { new Guid("0190a1b3-0000-7000-8000-000000000002"), "MeritCertificate", false, "NationalAlliance", "Bằng khen của Ban Chấp hành Liên minh Hợp tác xã Việt Nam", 0 },
                    { new Guid("0190a1b3-0000-7000-8000-000000000003"), "Commendation", false, "ProvincialAlliance", "Giấy khen của Liên minh Hợp tác xã tỉnh", 0 },
                    { new Guid("0190a1b3-0000-7000-8000-000000000004"), "MeritCertificate", false, "Province", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 0 },
                    { new Guid("0190a1b3-0000-7000-8000-000000000005"), "EmulationFlag", false, "Province", "Cờ thi đua của Ủy ban nhân dân tỉnh", 0 }
                });

            migrationBuilder.InsertData(
                table: "alliance_member_classes",
                columns: new[] { "id", "code", "is_retired", "kind_list", "may_vote", "meaning", "name", "version" },
                values: new object[,]
                {
                    { new Guid("0190a1b2-0000-7000-8000-000000000001"), "Official", false, "Cooperative,CooperativeUnion,PeoplesCreditFund", true, null, "thành viên chính thức", 0 },
                    { new Guid("0190a1b2-0000-7000-8000-000000000002"), "Associate", false, "CooperativeGroup,Enterprise,HouseholdBusiness,ScienceOrganisation,Association", false, null, "thành viên liên kết", 0 },
                    { new Guid("0190a1b2-0000-7000-8000-000000000003"), "New", false, "", null, null, "thành viên mới", 0 }
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
                name: "ix_alliance_award_kinds_name",
                table: "alliance_award_kinds",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_fee_rates_fee_schedule_id",
                table: "alliance_fee_rates",
                column: "fee_schedule_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_fee_schedules_first_year",
                table: "alliance_fee_schedules",
                column: "first_year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_member_classes_code",
                table: "alliance_member_classes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_membership_acts_membership_id",
                table: "alliance_membership_acts",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_membership_steps_membership_id",
                table: "alliance_membership_steps",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_nomination_steps_nomination_id",
                table: "alliance_nomination_steps",
                column: "nomination_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_nominations_decision_id",
                table: "alliance_nominations",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_nominations_kind_id",
                table: "alliance_nominations",
                column: "kind_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_nominations_organisation_id",
                table: "alliance_nominations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_nominations_status",
                table: "alliance_nominations",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_obligation_steps_obligation_id",
                table: "alliance_obligation_steps",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_obligations_memorandum_id",
                table: "alliance_obligations",
                column: "memorandum_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_obligations_status_due_on",
                table: "alliance_obligations",
                columns: new[] { "status", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_alliance_receipt_steps_fee_receipt_id",
                table: "alliance_receipt_steps",
                column: "fee_receipt_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_receipts_book_year_number",
                table: "alliance_receipts",
                columns: new[] { "book_year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_receipts_organisation_id_fee_year",
                table: "alliance_receipts",
                columns: new[] { "organisation_id", "fee_year" });

            migrationBuilder.CreateIndex(
                name: "ix_alliance_request_steps_membership_request_id",
                table: "alliance_request_steps",
                column: "membership_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_requests_decision_id",
                table: "alliance_requests",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_requests_open_for",
                table: "alliance_requests",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_requests_organisation_id",
                table: "alliance_requests",
                column: "organisation_id");

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
                name: "alliance_fee_rates");

            migrationBuilder.DropTable(
                name: "alliance_member_classes");

            migrationBuilder.DropTable(
                name: "alliance_membership_acts");

            migrationBuilder.DropTable(
                name: "alliance_membership_steps");

            migrationBuilder.DropTable(
                name: "alliance_nomination_steps");

            migrationBuilder.DropTable(
                name: "alliance_obligation_steps");

            migrationBuilder.DropTable(
                name: "alliance_receipt_series");

            migrationBuilder.DropTable(
                name: "alliance_receipt_steps");

            migrationBuilder.DropTable(
                name: "alliance_request_steps");

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
                name: "alliance_fee_schedules");

            migrationBuilder.DropTable(
                name: "alliance_memberships");

            migrationBuilder.DropTable(
                name: "alliance_nominations");

            migrationBuilder.DropTable(
                name: "alliance_obligations");

            migrationBuilder.DropTable(
                name: "alliance_receipts");

            migrationBuilder.DropTable(
                name: "alliance_requests");

            migrationBuilder.DropTable(
                name: "cooperatives_intakes");

            migrationBuilder.DropTable(
                name: "cooperatives_proposals");

            migrationBuilder.DropTable(
                name: "alliance_award_kinds");

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

            migrationBuilder.DropColumn(
                name: "ends_on",
                table: "alliance_memoranda");

            migrationBuilder.DropColumn(
                name: "field",
                table: "alliance_memoranda");

            migrationBuilder.DropColumn(
                name: "other_parties",
                table: "alliance_memoranda");

            migrationBuilder.DropColumn(
                name: "title",
                table: "alliance_award_decisions");

            migrationBuilder.DropColumn(
                name: "title",
                table: "alliance_admission_decisions");

            migrationBuilder.AlterColumn<Guid>(
                name: "paper_id",
                table: "alliance_award_decisions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "paper_id",
                table: "alliance_admission_decisions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
