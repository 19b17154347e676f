using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AwardReasonsAndParties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "alliance_nominations",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "alliance_awards",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "alliance_memorandum_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    memorandum_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_memorandum_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_memorandum_parties_alliance_memoranda_memorandum_id",
                        column: x => x.memorandum_id,
                        principalTable: "alliance_memoranda",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alliance_memorandum_parties_memorandum_id_organisation_id",
                table: "alliance_memorandum_parties",
                columns: new[] { "memorandum_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_memorandum_parties_organisation_id",
                table: "alliance_memorandum_parties",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alliance_memorandum_parties");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "alliance_nominations");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "alliance_awards");
        }
    }
}
