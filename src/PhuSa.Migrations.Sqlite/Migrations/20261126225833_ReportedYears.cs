using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportedYears : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "assets",
                table: "cooperatives_years",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "employees",
                table: "cooperatives_years",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "investment",
                table: "cooperatives_years",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "assets",
                table: "cooperatives_reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "employees",
                table: "cooperatives_reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "investment",
                table: "cooperatives_reports",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "assets",
                table: "cooperatives_years");

            migrationBuilder.DropColumn(
                name: "employees",
                table: "cooperatives_years");

            migrationBuilder.DropColumn(
                name: "investment",
                table: "cooperatives_years");

            migrationBuilder.DropColumn(
                name: "assets",
                table: "cooperatives_reports");

            migrationBuilder.DropColumn(
                name: "employees",
                table: "cooperatives_reports");

            migrationBuilder.DropColumn(
                name: "investment",
                table: "cooperatives_reports");
        }
    }
}
