using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WatchDismissals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "dismissed_at",
                table: "portal_watch_alarms",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissed_by",
                table: "portal_watch_alarms",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissed_finding",
                table: "portal_watch_alarms",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissed_why",
                table: "portal_watch_alarms",
                type: "character varying(2000)",
                maxLength: 2000,
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
        }
    }
}
