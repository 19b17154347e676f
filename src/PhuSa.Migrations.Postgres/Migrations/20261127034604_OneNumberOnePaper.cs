using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OneNumberOnePaper : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "number_held",
                table: "cooperatives",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "off_at",
                table: "alliance_awards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "off_by",
                table: "alliance_awards",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "off_source",
                table: "alliance_awards",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "off_why",
                table: "alliance_awards",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "off_at",
                table: "alliance_admissions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "off_by",
                table: "alliance_admissions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "off_source",
                table: "alliance_admissions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "off_why",
                table: "alliance_admissions",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "alliance_decision_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_decision_papers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_product_evaluations_product_id1",
                table: "cooperatives_product_evaluations",
                column: "product_id",
                unique: true,
                filter: "status IN ('Evaluated', 'Preparing', 'Sent')");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_number_held",
                table: "cooperatives",
                column: "number_held",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_decision_papers_decision_id",
                table: "alliance_decision_papers",
                column: "decision_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alliance_decision_papers");

            migrationBuilder.DropIndex(
                name: "ix_cooperatives_product_evaluations_product_id1",
                table: "cooperatives_product_evaluations");

            migrationBuilder.DropIndex(
                name: "ix_cooperatives_number_held",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "number_held",
                table: "cooperatives");

            migrationBuilder.DropColumn(
                name: "off_at",
                table: "alliance_awards");

            migrationBuilder.DropColumn(
                name: "off_by",
                table: "alliance_awards");

            migrationBuilder.DropColumn(
                name: "off_source",
                table: "alliance_awards");

            migrationBuilder.DropColumn(
                name: "off_why",
                table: "alliance_awards");

            migrationBuilder.DropColumn(
                name: "off_at",
                table: "alliance_admissions");

            migrationBuilder.DropColumn(
                name: "off_by",
                table: "alliance_admissions");

            migrationBuilder.DropColumn(
                name: "off_source",
                table: "alliance_admissions");

            migrationBuilder.DropColumn(
                name: "off_why",
                table: "alliance_admissions");
        }
    }
}
