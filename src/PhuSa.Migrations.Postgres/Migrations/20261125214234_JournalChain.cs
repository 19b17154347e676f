using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
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

            migrationBuilder.AlterColumn<string>(
                name: "by",
                table: "journal_entries",
                type: "character varying(874)",
                maxLength: 874,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AlterColumn<string>(
                name: "address",
                table: "journal_entries",
                type: "character varying(330)",
                maxLength: 330,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(64)",
                oldMaxLength: 64,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title_folded",
                table: "journal_entries",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "journal_checks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    checked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    breach = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    breach_number = table.Column<long>(type: "bigint", nullable: true),
                    breach_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    first = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    last_link = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "journal_links",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    linked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_links", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "people_keys",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    destroyed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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

            migrationBuilder.AlterColumn<string>(
                name: "by",
                table: "journal_entries",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(874)",
                oldMaxLength: 874);

            migrationBuilder.AlterColumn<string>(
                name: "address",
                table: "journal_entries",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(330)",
                oldMaxLength: 330,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_at",
                table: "journal_entries",
                column: "at");
        }
    }
}
