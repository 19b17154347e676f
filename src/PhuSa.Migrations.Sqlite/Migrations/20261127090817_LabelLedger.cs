using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LabelLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "marks_unusual_scan_steps");

            migrationBuilder.DropTable(
                name: "portal_page_spread");

            migrationBuilder.DropTable(
                name: "marks_unusual_scans");

            migrationBuilder.DropTable(
                name: "marks_label_entries");

            migrationBuilder.DropTable(
                name: "marks_output_declarations");

            migrationBuilder.DropColumn(
                name: "commune",
                table: "marks_label_reports");

            migrationBuilder.DropColumn(
                name: "commune_key",
                table: "marks_label_reports");
        }
    }
}
