using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BlocksAndDismissals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "dismissed_at",
                table: "portal_watch_alarms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissed_by",
                table: "portal_watch_alarms",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissed_finding",
                table: "portal_watch_alarms",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissed_why",
                table: "portal_watch_alarms",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "blocks",
                table: "portal_sites",
                type: "TEXT",
                maxLength: 300,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dismissed_at",
                table: "portal_watch_alarms");

            migrationBuilder.DropColumn(
                name: "dismissed_by",
                table: "portal_watch_alarms");

            migrationBuilder.DropColumn(
                name: "dismissed_finding",
                table: "portal_watch_alarms");

            migrationBuilder.DropColumn(
                name: "dismissed_why",
                table: "portal_watch_alarms");

            migrationBuilder.DropColumn(
                name: "blocks",
                table: "portal_sites");
        }
    }
}
