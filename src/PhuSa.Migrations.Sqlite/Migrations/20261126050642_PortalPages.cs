using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PortalPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "answer_within",
                table: "portal_sites",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "portal_feedback",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "body_name",
                table: "portal_articles",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "effective_on",
                table: "portal_articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "portal_articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "facts",
                table: "portal_articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "field",
                table: "portal_articles",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "portal_articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_type",
                table: "portal_articles",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "list_text",
                table: "portal_articles",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "number",
                table: "portal_articles",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number_key",
                table: "portal_articles",
                type: "TEXT",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "said_replaced",
                table: "portal_articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "portal_article_links",
                columns: table => new
                {
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "portal_old_articles",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_old_articles", x => x.article_id);
                    table.ForeignKey(
                        name: "fk_portal_old_articles_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_old_files",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_old_files", x => new { x.article_id, x.sha256 });
                    table.ForeignKey(
                        name: "fk_portal_old_files_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_publication_seals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    article_version = table.Column<int>(type: "INTEGER", nullable: true),
                    content = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hosts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signature = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_publication_seals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_publishing_freezes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    since_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_publishing_freezes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_redirects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    folded = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_redirects", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_redirects_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_watch_alarms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    expected = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    found = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_watch_alarms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_watch_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    private_key = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    endorsement = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_watch_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_watch_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    pages = table.Column<int>(type: "INTEGER", nullable: false),
                    files = table.Column<int>(type: "INTEGER", nullable: false),
                    findings = table.Column<int>(type: "INTEGER", nullable: false),
                    problems = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    head_number = table.Column<long>(type: "INTEGER", nullable: false),
                    head_link = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    turn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_watch_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_watch_turn",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    head_number = table.Column<long>(type: "INTEGER", nullable: false),
                    head_link = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_watch_turn", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_publishing_freeze_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    publishing_freeze_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_publishing_freeze_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_publishing_freeze_steps_portal_publishing_freezes_publishing_freeze_id",
                        column: x => x.publishing_freeze_id,
                        principalTable: "portal_publishing_freezes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateIndex(
                name: "ix_portal_old_articles_site_key",
                table: "portal_old_articles",
                columns: new[] { "site", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_publication_seals_article_id_id",
                table: "portal_publication_seals",
                columns: new[] { "article_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_publication_seals_number",
                table: "portal_publication_seals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_publishing_freeze_steps_publishing_freeze_id",
                table: "portal_publishing_freeze_steps",
                column: "publishing_freeze_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_publishing_freezes_status",
                table: "portal_publishing_freezes",
                column: "status",
                unique: true,
                filter: "status = 'Frozen'");

            migrationBuilder.CreateIndex(
                name: "ix_portal_redirects_article_id",
                table: "portal_redirects",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_redirects_site_created_at",
                table: "portal_redirects",
                columns: new[] { "site", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_redirects_site_key",
                table: "portal_redirects",
                columns: new[] { "site", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_watch_alarms_closed_at_first_at",
                table: "portal_watch_alarms",
                columns: new[] { "closed_at", "first_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_watch_keys_number",
                table: "portal_watch_keys",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_watch_runs_site_started_at",
                table: "portal_watch_runs",
                columns: new[] { "site", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_watch_runs_started_at",
                table: "portal_watch_runs",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_article_links");

            migrationBuilder.DropTable(
                name: "portal_old_articles");

            migrationBuilder.DropTable(
                name: "portal_old_files");

            migrationBuilder.DropTable(
                name: "portal_publication_seals");

            migrationBuilder.DropTable(
                name: "portal_publishing_freeze_steps");

            migrationBuilder.DropTable(
                name: "portal_redirects");

            migrationBuilder.DropTable(
                name: "portal_watch_alarms");

            migrationBuilder.DropTable(
                name: "portal_watch_keys");

            migrationBuilder.DropTable(
                name: "portal_watch_runs");

            migrationBuilder.DropTable(
                name: "portal_watch_turn");

            migrationBuilder.DropTable(
                name: "portal_publishing_freezes");

            migrationBuilder.DropIndex(
                name: "ix_portal_articles_kind_issued_on",
                table: "portal_articles");

            migrationBuilder.DropIndex(
                name: "ix_portal_articles_number_key",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "answer_within",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "portal_feedback");

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
