using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HomePagesOfNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "home_count",
                table: "portal_categories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "portal_article_pins",
                columns: table => new
                {
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_pins", x => new { x.article_id, x.site });
                    table.ForeignKey(
                        name: "fk_portal_article_pins_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_pins_site_until",
                table: "portal_article_pins",
                columns: new[] { "site", "until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_article_pins");

            migrationBuilder.DropColumn(
                name: "home_count",
                table: "portal_categories");
        }
    }
}
