using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class JournalChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_journal_entries_at",
                table: "journal_entries");

            migrationBuilder.AddColumn<string>(
                name: "title_folded",
                table: "journal_entries",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "journal_checks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    breach = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    breach_number = table.Column<long>(type: "INTEGER", nullable: true),
                    breach_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    last_link = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "journal_links",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    linked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_links", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "people_keys",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    destroyed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_keys", x => x.person_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_at_id",
                table: "journal_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_organisation_id_at",
                table: "journal_entries",
                columns: new[] { "organisation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_links_entry_id",
                table: "journal_links",
                column: "entry_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journal_checks");

            migrationBuilder.DropTable(
                name: "journal_days");

            migrationBuilder.DropTable(
                name: "journal_links");

            migrationBuilder.DropTable(
                name: "people_keys");

            migrationBuilder.DropIndex(
                name: "ix_journal_entries_at_id",
                table: "journal_entries");

            migrationBuilder.DropIndex(
                name: "ix_journal_entries_organisation_id_at",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "title_folded",
                table: "journal_entries");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_at",
                table: "journal_entries",
                column: "at");
        }
    }
}
