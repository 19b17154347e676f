using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AccountCare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "acts_as_id",
                table: "identity_people",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_order",
                table: "identity_people",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "reviewed_at",
                table: "identity_people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "identity_people",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_name_order_id",
                table: "identity_people",
                columns: new[] { "name_order", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_identity_people_name_order_id",
                table: "identity_people");

            migrationBuilder.DropColumn(
                name: "acts_as_id",
                table: "identity_people");

            migrationBuilder.DropColumn(
                name: "name_order",
                table: "identity_people");

            migrationBuilder.DropColumn(
                name: "reviewed_at",
                table: "identity_people");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "identity_people");
        }
    }
}
