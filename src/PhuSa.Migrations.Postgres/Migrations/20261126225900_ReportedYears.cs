using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "employees",
                table: "cooperatives_years",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "investment",
                table: "cooperatives_years",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "assets",
                table: "cooperatives_reports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "employees",
                table: "cooperatives_reports",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "investment",
                table: "cooperatives_reports",
                type: "bigint",
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
