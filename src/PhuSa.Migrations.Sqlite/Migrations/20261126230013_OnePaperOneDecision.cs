using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OnePaperOneDecision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "revoked_by",
                table: "alliance_membership_acts",
                type: "TEXT",
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
                name: "revoked_by",
                table: "alliance_membership_acts");
        }
    }
}
