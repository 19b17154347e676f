using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Office : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "jobs_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    succeeded = table.Column<bool>(type: "boolean", nullable: false),
                    sentence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    args = table.Column<string[]>(type: "text[]", nullable: false),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    instance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs_state",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    succeeded = table.Column<bool>(type: "boolean", nullable: true),
                    sentence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    args = table.Column<string[]>(type: "text[]", nullable: false),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    runs = table.Column<long>(type: "bigint", nullable: false),
                    failures_in_row = table.Column<int>(type: "integer", nullable: false),
                    failing_since_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retry_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs_state", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "office_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    until_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    given_up_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "office_notice_preferences",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wants_digest = table.Column<bool>(type: "boolean", nullable: false),
                    last_digest_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_notice_preferences", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "office_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    args = table.Column<string[]>(type: "text[]", nullable: false),
                    url = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    posted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_notices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_runs_code_started_at",
                table: "jobs_runs",
                columns: new[] { "code", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_runs_started_at",
                table: "jobs_runs",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_office_messages_created_at",
                table: "office_messages",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_office_messages_next_attempt_at",
                table: "office_messages",
                column: "next_attempt_at");

            migrationBuilder.CreateIndex(
                name: "ix_office_messages_person_id",
                table: "office_messages",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_office_notices_person_id_key",
                table: "office_notices",
                columns: new[] { "person_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_office_notices_person_id_read_at_told_at",
                table: "office_notices",
                columns: new[] { "person_id", "read_at", "told_at" });

            migrationBuilder.CreateIndex(
                name: "ix_office_notices_posted_at_urgency",
                table: "office_notices",
                columns: new[] { "posted_at", "urgency" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "jobs_runs");

            migrationBuilder.DropTable(
                name: "jobs_state");

            migrationBuilder.DropTable(
                name: "office_messages");

            migrationBuilder.DropTable(
                name: "office_notice_preferences");

            migrationBuilder.DropTable(
                name: "office_notices");
        }
    }
}
