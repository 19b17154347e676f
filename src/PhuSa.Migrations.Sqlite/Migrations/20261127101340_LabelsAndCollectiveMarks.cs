using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LabelsAndCollectiveMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_handled_on_paper",
                table: "marks_support_contracts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "request_id",
                table: "marks_support_contracts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "returned_amount",
                table: "marks_support_contracts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commune",
                table: "marks_label_reports",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commune_key",
                table: "marks_label_reports",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "certificate_number",
                table: "marks_collective_marks",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "classes",
                table: "marks_collective_marks",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "goods",
                table: "marks_collective_marks",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "other_members",
                table: "marks_collective_marks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "status",
                table: "marks_collective_marks",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.CreateTable(
                name: "marks_collective_mark_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    collective_mark_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_collective_mark_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_collective_mark_acts_marks_collective_marks_collective_mark_id",
                        column: x => x.collective_mark_id,
                        principalTable: "marks_collective_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_collective_mark_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_collective_mark_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_collective_mark_members_marks_collective_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_collective_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_collective_mark_regulations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    collective_mark_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_collective_mark_regulations", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_collective_mark_regulations_marks_collective_marks_collective_mark_id",
                        column: x => x.collective_mark_id,
                        principalTable: "marks_collective_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_collective_mark_steps",
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
                    collective_mark_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_collective_mark_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_collective_mark_steps_marks_collective_marks_collective_mark_id",
                        column: x => x.collective_mark_id,
                        principalTable: "marks_collective_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_filing_regimes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_filing_regimes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marks_output_declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    labels_per_unit = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_output_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_output_declarations_marks_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_contract_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    mark_support_contract_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_contract_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_contract_acts_marks_support_contracts_mark_support_contract_id",
                        column: x => x.mark_support_contract_id,
                        principalTable: "marks_support_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_contract_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    mark_support_contract_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_contract_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_contract_items_marks_support_contracts_mark_support_contract_id",
                        column: x => x.mark_support_contract_id,
                        principalTable: "marks_support_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asked_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    what = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    contract_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_requests_marks_collective_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_collective_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_page_spread",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    field = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_page_spread", x => new { x.day, x.key });
                });

            migrationBuilder.CreateTable(
                name: "marks_filing_limits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    term = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    regime_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_filing_limits", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_filing_limits_marks_filing_regimes_regime_id",
                        column: x => x.regime_id,
                        principalTable: "marks_filing_regimes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_label_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    move = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    series_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_number = table.Column<long>(type: "INTEGER", nullable: true),
                    last_number = table.Column<long>(type: "INTEGER", nullable: true),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    declaration_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    check_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    reverses_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_label_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_label_entries_marks_certification_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_label_entries_marks_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_label_entries_marks_label_entries_reverses_id",
                        column: x => x.reverses_id,
                        principalTable: "marks_label_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_label_entries_output_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "marks_output_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_request_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    mark_support_request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_request_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_request_acts_marks_support_requests_mark_support_request_id",
                        column: x => x.mark_support_request_id,
                        principalTable: "marks_support_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_request_steps",
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
                    mark_support_request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_request_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_request_steps_marks_support_requests_mark_support_request_id",
                        column: x => x.mark_support_request_id,
                        principalTable: "marks_support_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_unusual_scans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    check_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    labels = table.Column<long>(type: "INTEGER", nullable: true),
                    views = table.Column<long>(type: "INTEGER", nullable: false),
                    views_limit = table.Column<long>(type: "INTEGER", nullable: false),
                    neighbourhoods = table.Column<int>(type: "INTEGER", nullable: false),
                    neighbourhoods_limit = table.Column<long>(type: "INTEGER", nullable: false),
                    communes = table.Column<int>(type: "INTEGER", nullable: false),
                    communes_limit = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_unusual_scans", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_unusual_scans_marks_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_marks_unusual_scans_marks_label_entries_batch_id",
                        column: x => x.batch_id,
                        principalTable: "marks_label_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_unusual_scan_steps",
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
                    unusual_scan_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_unusual_scan_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_unusual_scan_steps_marks_unusual_scans_unusual_scan_id",
                        column: x => x.unusual_scan_id,
                        principalTable: "marks_unusual_scans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "marks_filing_regimes",
                columns: new[] { "id", "name", "source", "valid_from", "version" },
                values: new object[,]
                {
                    { new Guid("0190a1b4-0000-7000-8000-000000000001"), "Luật Sở hữu trí tuệ trước khi sửa đổi bởi Luật 131/2025/QH15", null, null, 0 },
                    { new Guid("0190a1b4-0000-7000-8000-000000000002"), "Luật Sở hữu trí tuệ sửa đổi bởi Luật 131/2025/QH15", "congbao.chinhphu.vn/van-ban/luat-so-131-2025-qh15-468691.htm", new DateOnly(2026, 4, 1), 0 }
                });

            migrationBuilder.InsertData(
                table: "marks_filing_limits",
                columns: new[] { "id", "length", "regime_id", "source", "term", "unit" },
                values: new object[,]
                {
                    { new Guid("0190a1b4-0000-7000-8001-000000000001"), 1, new Guid("0190a1b4-0000-7000-8000-000000000001"), "Trang tư vấn duongtran, tra-associates, tuvancongbosanpham; chưa đối chiếu với văn bản gốc", "FormalExamination", "Month" },
                    { new Guid("0190a1b4-0000-7000-8001-000000000002"), 2, new Guid("0190a1b4-0000-7000-8000-000000000001"), "Trang tư vấn duongtran, tra-associates, tuvancongbosanpham; chưa đối chiếu với văn bản gốc", "Publication", "Month" },
                    { new Guid("0190a1b4-0000-7000-8001-000000000003"), 9, new Guid("0190a1b4-0000-7000-8000-000000000001"), "Trang tư vấn duongtran, tra-associates, tuvancongbosanpham; chưa đối chiếu với văn bản gốc", "SubstantiveExamination", "Month" },
                    { new Guid("0190a1b4-0000-7000-8001-000000000004"), null, new Guid("0190a1b4-0000-7000-8000-000000000001"), null, "OppositionAnswer", "Month" },
                    { new Guid("0190a1b4-0000-7000-8001-000000000005"), null, new Guid("0190a1b4-0000-7000-8000-000000000001"), null, "FeePayment", "Month" },
                    { new Guid("0190a1b4-0000-7000-8001-000000000006"), null, new Guid("0190a1b4-0000-7000-8000-000000000001"), null, "Certificate", "Month" },
                    { new Guid("0190a1b4-0000-7000-8001-000000000007"), 10, new Guid("0190a1b4-0000-7000-8000-000000000001"), "Trang tư vấn duongtran, tra-associates, tuvancongbosanpham; chưa đối chiếu với văn bản gốc", "Validity", "Year" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000001"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "FormalExamination", "Month" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000002"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "Publication", "Month" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000003"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "SubstantiveExamination", "Month" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000004"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "OppositionAnswer", "Month" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000005"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "FeePayment", "Month" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000006"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "Certificate", "Month" },
                    { new Guid("0190a1b4-0000-7000-8002-000000000007"), null, new Guid("0190a1b4-0000-7000-8000-000000000002"), null, "Validity", "Month" }
                });

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_mark_acts_collective_mark_id",
                table: "marks_collective_mark_acts",
                column: "collective_mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_mark_members_mark_id_organisation_id",
                table: "marks_collective_mark_members",
                columns: new[] { "mark_id", "organisation_id" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_mark_members_organisation_id",
                table: "marks_collective_mark_members",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_mark_regulations_collective_mark_id",
                table: "marks_collective_mark_regulations",
                column: "collective_mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_mark_steps_collective_mark_id",
                table: "marks_collective_mark_steps",
                column: "collective_mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_filing_limits_regime_id",
                table: "marks_filing_limits",
                column: "regime_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_filing_regimes_valid_from",
                table: "marks_filing_regimes",
                column: "valid_from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_entries_check_code",
                table: "marks_label_entries",
                column: "check_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_entries_declaration_id",
                table: "marks_label_entries",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_entries_grant_id",
                table: "marks_label_entries",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_entries_mark_id_series_key_first_number",
                table: "marks_label_entries",
                columns: new[] { "mark_id", "series_key", "first_number" });

            migrationBuilder.CreateIndex(
                name: "ix_marks_label_entries_reverses_id",
                table: "marks_label_entries",
                column: "reverses_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_output_declarations_grant_id",
                table: "marks_output_declarations",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_contract_acts_mark_support_contract_id",
                table: "marks_support_contract_acts",
                column: "mark_support_contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_contract_items_mark_support_contract_id",
                table: "marks_support_contract_items",
                column: "mark_support_contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_request_acts_mark_support_request_id",
                table: "marks_support_request_acts",
                column: "mark_support_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_request_steps_mark_support_request_id",
                table: "marks_support_request_steps",
                column: "mark_support_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_requests_mark_id",
                table: "marks_support_requests",
                column: "mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_unusual_scan_steps_unusual_scan_id",
                table: "marks_unusual_scan_steps",
                column: "unusual_scan_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_unusual_scans_batch_id",
                table: "marks_unusual_scans",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_unusual_scans_check_code",
                table: "marks_unusual_scans",
                column: "check_code",
                unique: true,
                filter: "status = 'New'");

            migrationBuilder.CreateIndex(
                name: "ix_marks_unusual_scans_grant_id",
                table: "marks_unusual_scans",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_unusual_scans_status_created_at",
                table: "marks_unusual_scans",
                columns: new[] { "status", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marks_collective_mark_acts");

            migrationBuilder.DropTable(
                name: "marks_collective_mark_members");

            migrationBuilder.DropTable(
                name: "marks_collective_mark_regulations");

            migrationBuilder.DropTable(
                name: "marks_collective_mark_steps");

            migrationBuilder.DropTable(
                name: "marks_filing_limits");

            migrationBuilder.DropTable(
                name: "marks_support_contract_acts");

            migrationBuilder.DropTable(
                name: "marks_support_contract_items");

            migrationBuilder.DropTable(
                name: "marks_support_request_acts");

            migrationBuilder.DropTable(
                name: "marks_support_request_steps");

            migrationBuilder.DropTable(
                name: "marks_unusual_scan_steps");

            migrationBuilder.DropTable(
                name: "portal_page_spread");

            migrationBuilder.DropTable(
                name: "marks_filing_regimes");

            migrationBuilder.DropTable(
                name: "marks_support_requests");

            migrationBuilder.DropTable(
                name: "marks_unusual_scans");

            migrationBuilder.DropTable(
                name: "marks_label_entries");

            migrationBuilder.DropTable(
                name: "marks_output_declarations");

            migrationBuilder.DropColumn(
                name: "is_handled_on_paper",
                table: "marks_support_contracts");

            migrationBuilder.DropColumn(
                name: "request_id",
                table: "marks_support_contracts");

            migrationBuilder.DropColumn(
                name: "returned_amount",
                table: "marks_support_contracts");

            migrationBuilder.DropColumn(
                name: "commune",
                table: "marks_label_reports");

            migrationBuilder.DropColumn(
                name: "commune_key",
                table: "marks_label_reports");

            migrationBuilder.DropColumn(
                name: "certificate_number",
                table: "marks_collective_marks");

            migrationBuilder.DropColumn(
                name: "classes",
                table: "marks_collective_marks");

            migrationBuilder.DropColumn(
                name: "goods",
                table: "marks_collective_marks");

            migrationBuilder.DropColumn(
                name: "other_members",
                table: "marks_collective_marks");

            migrationBuilder.DropColumn(
                name: "status",
                table: "marks_collective_marks");
        }
    }
}
