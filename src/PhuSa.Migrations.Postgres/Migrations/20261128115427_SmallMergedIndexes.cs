using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SmallMergedIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_cooperatives_merged_into_id",
                table: "cooperatives");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_merged_into_id",
                table: "cooperatives",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_cooperatives_merged_into_id",
                table: "cooperatives");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_merged_into_id",
                table: "cooperatives",
                column: "merged_into_id");
        }
    }
}
