using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Kinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "body_name",
                table: "portal_articles",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "effective_on",
                table: "portal_articles",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "portal_articles",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "facts",
                table: "portal_articles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "field",
                table: "portal_articles",
                type: "character varying(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "portal_articles",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_type",
                table: "portal_articles",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "list_text",
                table: "portal_articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "number",
                table: "portal_articles",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number_key",
                table: "portal_articles",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "said_replaced",
                table: "portal_articles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "portal_article_links",
                columns: table => new
                {
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_links", x => new { x.article_id, x.role, x.target_id });
                    table.ForeignKey(
                        name: "fk_portal_article_links_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_portal_article_links_portal_articles_target_id",
                        column: x => x.target_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_kind_issued_on",
                table: "portal_articles",
                columns: new[] { "kind", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_number_key",
                table: "portal_articles",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_links_target_id",
                table: "portal_article_links",
                column: "target_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_article_links");

            migrationBuilder.DropIndex(
                name: "ix_portal_articles_kind_issued_on",
                table: "portal_articles");

            migrationBuilder.DropIndex(
                name: "ix_portal_articles_number_key",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "body_name",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "effective_on",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "ends_on",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "facts",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "field",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "issued_on",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "legal_type",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "list_text",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "number",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "number_key",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "said_replaced",
                table: "portal_articles");
        }
    }
}
