using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RevisionsOfAnArticle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_portal_revisions_article_id_published_at",
                table: "portal_revisions",
                columns: new[] { "article_id", "published_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_portal_revisions_article_id_published_at",
                table: "portal_revisions");
        }
    }
}
