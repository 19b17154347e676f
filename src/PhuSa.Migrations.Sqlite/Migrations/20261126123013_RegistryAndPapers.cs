using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RegistryAndPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "amount",
                table: "papers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "body",
                table: "papers",
                type: "TEXT",
                maxLength: 60000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "book_id",
                table: "papers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "book_number",
                table: "papers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "book_year",
                table: "papers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "filing",
                table: "papers",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "papers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "papers",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recipients",
                table: "papers",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "papers",
                type: "TEXT",
                maxLength: 1500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "signed_by",
                table: "papers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signed_for",
                table: "papers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signer_name",
                table: "papers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signer_position",
                table: "papers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit_symbol",
                table: "papers",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "changed_on",
                table: "organisations_former_names",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "organisations_former_names",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "consent_on",
                table: "cooperatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consent_source",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "field",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_numbers",
                table: "cooperatives",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "public_items",
                table: "cooperatives",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "registration_body",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sector",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "size",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotEnoughData");

            migrationBuilder.AddColumn<string>(
                name: "size_rule",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "size_year",
                table: "cooperatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "status",
                table: "cooperatives",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<DateOnly>(
                name: "status_on",
                table: "cooperatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cooperatives_board",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_board", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_board_cooperative_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    covers = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_certificates_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    street = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    latitude = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: true),
                    longitude = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_contacts_cooperatives_id",
                        column: x => x.id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_status_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    into_ids = table.Column<string>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_status_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_status_moves_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_steps",
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
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_steps_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives_years",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    official_members = table.Column<int>(type: "INTEGER", nullable: true),
                    capital_linked_members = table.Column<int>(type: "INTEGER", nullable: true),
                    linked_members = table.Column<int>(type: "INTEGER", nullable: true),
                    capital = table.Column<long>(type: "INTEGER", nullable: true),
                    revenue = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives_years", x => x.id);
                    table.ForeignKey(
                        name: "fk_cooperatives_years_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "papers_books",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    symbol = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    is_legal = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_year = table.Column<int>(type: "INTEGER", nullable: false),
                    used_before = table.Column<int>(type: "INTEGER", nullable: false),
                    kind_list = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    governing_body = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    printed_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers_books", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "papers_incoming",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    arrival = table.Column<int>(type: "INTEGER", nullable: false),
                    arrived_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    dated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handler_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    assigned_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    search_text = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers_incoming", x => x.id);
                    table.ForeignKey(
                        name: "fk_papers_incoming_paper_answer_id",
                        column: x => x.answer_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "papers_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "papers_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "papers_incoming_steps",
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
                    incoming_paper_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers_incoming_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_papers_incoming_steps_papers_incoming_incoming_paper_id",
                        column: x => x.incoming_paper_id,
                        principalTable: "papers_incoming",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_papers_book_id_book_year_book_number",
                table: "papers",
                columns: new[] { "book_id", "book_year", "book_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_issued_by_id_status",
                table: "papers",
                columns: new[] { "issued_by_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_registration_number",
                table: "cooperatives",
                column: "registration_number");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_board_cooperative_id",
                table: "cooperatives_board",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_board_phone",
                table: "cooperatives_board",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_certificates_cooperative_id",
                table: "cooperatives_certificates",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_contacts_phone",
                table: "cooperatives_contacts",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_status_moves_cooperative_id",
                table: "cooperatives_status_moves",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_steps_cooperative_id",
                table: "cooperatives_steps",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_years_cooperative_id_year",
                table: "cooperatives_years",
                columns: new[] { "cooperative_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_books_issuer_id",
                table: "papers_books",
                column: "issuer_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_incoming_answer_id",
                table: "papers_incoming",
                column: "answer_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_incoming_handler_id_status",
                table: "papers_incoming",
                columns: new[] { "handler_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_incoming_number_key",
                table: "papers_incoming",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "ix_papers_incoming_organisation_id_year_arrival",
                table: "papers_incoming",
                columns: new[] { "organisation_id", "year", "arrival" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_incoming_steps_incoming_paper_id",
                table: "papers_incoming_steps",
                column: "incoming_paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_series_series_id_year",
                table: "papers_series",
                columns: new[] { "series_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_templates_organisation_id_kind",
                table: "papers_templates",
                columns: new[] { "organisation_id", "kind" });

            migrationBuilder.AddForeignKey(
                name: "fk_papers_papers_books_book_id",
                table: "papers",
                column: "book_id",
                principalTable: "papers_books",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_papers_papers_books_book_id",
                table: "papers");

            migrationBuilder.DropTable(
                name: "cooperatives_board");

            migrationBuilder.DropTable(
                name: "cooperatives_certificates");

            migrationBuilder.DropTable(
                name: "cooperatives_contacts");

            migrationBuilder.DropTable(
                name: "cooperatives_status_moves");

            migrationBuilder.DropTable(
                name: "cooperatives_steps");

            migrationBuilder.DropTable(
                name: "cooperatives_years");

            migrationBuilder.DropTable(
                name: "papers_books");

            migrationBuilder.DropTable(
                name: "papers_incoming_steps");

            migrationBuilder.DropTable(
                name: "papers_series");

            migrationBuilder.DropTable(
                name: "papers_templates");

            migrationBuilder.DropTable(
                name: "papers_incoming");

            migrationBuilder.DropIndex(
                name: "ix_papers_book_id_book_year_book_number",
                table: "papers");

            migrationBuilder.DropIndex(
                name: "ix_papers_issued_by_id_status",
                table: "papers");

            migrationBuilder.DropIndex(
                name: "ix_cooperatives_registration_number",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "amount",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "body",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "book_id",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "book_number",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "book_year",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "filing",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "issued_on",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "place",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "recipients",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "signed_by",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "signed_for",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "signer_name",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "signer_position",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "unit_symbol",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "changed_on",
                table: "organisations_former_names");

            migrationBuilder.DropColumn(
                name: "source",
                table: "organisations_former_names");

            migrationBuilder.DropColumn(
                name: "consent_on",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "consent_source",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "field",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "former_numbers",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "public_items",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "registration_body",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "sector",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "size",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "size_rule",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "size_year",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "status",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "status_on",
                table: "cooperatives");
        }
    }
}
