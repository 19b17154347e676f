using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Publishing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Texts were kept in a notation and are kept as HTML: until it is imported or saved again, an old one is its words in one paragraph.
            migrationBuilder.Sql("UPDATE portal_articles SET body = '<p>' || replace(replace(replace(body, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</p>'");

            migrationBuilder.AddColumn<string>(
                name: "english_name",
                table: "portal_sites",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "english_summary",
                table: "portal_sites",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "feedback",
                table: "portal_sites",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_alt",
                table: "portal_sites",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_url",
                table: "portal_sites",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                table: "portal_sites",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "palette",
                table: "portal_sites",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "under",
                table: "portal_site_links",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_retired",
                table: "portal_categories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "changed_at",
                table: "portal_articles",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "expires_at",
                table: "portal_articles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extras",
                table: "portal_articles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "fell_out_at",
                table: "portal_articles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "joint_approval",
                table: "portal_articles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "portal_articles",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "News");

            migrationBuilder.AddColumn<int>(
                name: "latest_version",
                table: "portal_articles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "live_version",
                table: "portal_articles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "open_revision_id",
                table: "portal_articles",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "portal_articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "tags",
                table: "portal_articles",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "working_title",
                table: "portal_articles",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "portal_article_versions",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    writer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    writer_text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    restored_from = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_versions", x => new { x.article_id, x.number });
                    table.ForeignKey(
                        name: "fk_portal_article_versions_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    page = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    allows_name = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    consent_version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    public_question = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    public_answer = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    shows_name = table.Column<bool>(type: "boolean", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_opening_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    visits = table.Column<long>(type: "bigint", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_opening_visits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    base_version = table.Column<int>(type: "integer", nullable: true),
                    opener_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    category_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    joint_approval = table.Column<bool>(type: "boolean", nullable: false),
                    minor = table.Column<bool>(type: "boolean", nullable: false),
                    change_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publish_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_version = table.Column<int>(type: "integer", nullable: true),
                    since_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_revisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_revisions_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_table = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_feedback_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    feedback_item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_feedback_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_feedback_steps_portal_feedback_feedback_item_id",
                        column: x => x.feedback_item_id,
                        principalTable: "portal_feedback",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_revision_approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    approver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_revision_approvals", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_revision_approvals_portal_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "portal_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_revision_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_revision_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_revision_steps_portal_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "portal_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_expires_at",
                table: "portal_articles",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_versions_writer_id",
                table: "portal_article_versions",
                column: "writer_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_code",
                table: "portal_feedback",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_form_key",
                table: "portal_feedback",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_site_status_created_at",
                table: "portal_feedback",
                columns: new[] { "site", "status", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_feedback_steps_feedback_item_id",
                table: "portal_feedback_steps",
                column: "feedback_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_opening_visits_site",
                table: "portal_opening_visits",
                column: "site",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_revision_approvals_revision_id",
                table: "portal_revision_approvals",
                column: "revision_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_revision_steps_revision_id",
                table: "portal_revision_steps",
                column: "revision_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_revisions_article_id",
                table: "portal_revisions",
                column: "article_id",
                unique: true,
                filter: "status <> 'Published' AND status <> 'Abandoned'");

            migrationBuilder.CreateIndex(
                name: "ix_portal_revisions_status_publish_at",
                table: "portal_revisions",
                columns: new[] { "status", "publish_at" });

            migrationBuilder.CreateIndex(
                name: "ix_search_changes_at",
                table: "search_changes",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_article_versions");

            migrationBuilder.DropTable(
                name: "portal_feedback_steps");

            migrationBuilder.DropTable(
                name: "portal_opening_visits");

            migrationBuilder.DropTable(
                name: "portal_revision_approvals");

            migrationBuilder.DropTable(
                name: "portal_revision_steps");

            migrationBuilder.DropTable(
                name: "search_changes");

            migrationBuilder.DropTable(
                name: "portal_feedback");

            migrationBuilder.DropTable(
                name: "portal_revisions");

            migrationBuilder.DropIndex(
                name: "ix_portal_articles_expires_at",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "english_name",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "english_summary",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "feedback",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "logo_alt",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "logo_url",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "owner_id",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "palette",
                table: "portal_sites");

            migrationBuilder.DropColumn(
                name: "under",
                table: "portal_site_links");

            migrationBuilder.DropColumn(
                name: "is_retired",
                table: "portal_categories");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "extras",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "fell_out_at",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "joint_approval",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "latest_version",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "live_version",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "open_revision_id",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "portal_articles");

            migrationBuilder.DropColumn(
                name: "working_title",
                table: "portal_articles");
        }
    }
}
