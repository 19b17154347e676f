using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
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
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "english_summary",
                table: "portal_sites",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "feedback",
                table: "portal_sites",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_alt",
                table: "portal_sites",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_url",
                table: "portal_sites",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                table: "portal_sites",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "palette",
                table: "portal_sites",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "under",
                table: "portal_site_links",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_retired",
                table: "portal_categories",
                type: "boolean",
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
