using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "english_name",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "english_summary",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "feedback",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_alt",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_url",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                table: "portal_sites",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "palette",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "under",
                table: "portal_site_links",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_retired",
                table: "portal_categories",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "english_name",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "english_summary",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "feedback",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "logo_alt",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "logo_url",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "owner_id",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "palette",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "under",
                table: "portal_site_links");

            migrationBuilder.DropColumn(
                name: "is_retired",
                table: "portal_categories");
        }
    }
}
