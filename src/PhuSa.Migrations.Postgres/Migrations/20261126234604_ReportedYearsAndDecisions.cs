using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReportedYearsAndDecisions : Migration
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

            migrationBuilder.AddColumn<Guid>(
                name: "revoked_by",
                table: "alliance_membership_acts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_award_decisions_paper_id",
                table: "alliance_award_decisions",
                column: "paper_id",
                unique: true,
                filter: "status IN ('Signed', 'Announced')");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_admission_decisions_paper_id",
                table: "alliance_admission_decisions",
                column: "paper_id",
                unique: true,
                filter: "status IN ('Signed', 'Announced')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_alliance_award_decisions_paper_id",
                table: "alliance_award_decisions");

            migrationBuilder.DropIndex(
                name: "ix_alliance_admission_decisions_paper_id",
                table: "alliance_admission_decisions");

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

            migrationBuilder.DropColumn(
                name: "revoked_by",
                table: "alliance_membership_acts");
        }
    }
}
