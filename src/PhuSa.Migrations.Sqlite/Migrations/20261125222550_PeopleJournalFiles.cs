using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleJournalFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "journal_entries",
                type: "TEXT",
                maxLength: 330,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "organisation_id",
                table: "journal_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "journal_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title_folded",
                table: "journal_entries",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "files_contents",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    picture = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    touched_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files_contents", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "house_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_house_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_consent_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    english_controller = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_kinds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_retention = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    english_rights = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_controller = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_kinds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_retention = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    vietnamese_rights = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_consent_texts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_sign_in_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    active_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    acts_as_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    name_order = table.Column<string>(type: "TEXT", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_set_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_code_step = table.Column<long>(type: "INTEGER", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    succeeded = table.Column<bool>(type: "INTEGER", nullable: false),
                    sentence = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    args = table.Column<string>(type: "TEXT", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    instance = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs_state",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    succeeded = table.Column<bool>(type: "INTEGER", nullable: true),
                    sentence = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    args = table.Column<string>(type: "TEXT", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    runs = table.Column<long>(type: "INTEGER", nullable: false),
                    failures_in_row = table.Column<int>(type: "INTEGER", nullable: false),
                    failing_since_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    retry_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs_state", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "journal_checks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    breach = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    breach_number = table.Column<long>(type: "INTEGER", nullable: true),
                    breach_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    last_link = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "journal_links",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    linked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_links", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "office_filters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_filters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "office_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    until_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    given_up_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "office_notice_preferences",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wants_digest = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_digest_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_notice_preferences", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "office_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    urgency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    posted_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_keys",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    destroyed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_keys", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    taken_in_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    taken_in_by_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    taken_in_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_files_files_contents_sha256",
                        column: x => x.sha256,
                        principalTable: "files_contents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "files_variants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files_variants", x => x.id);
                    table.ForeignKey(
                        name: "fk_files_variants_files_contents_sha256",
                        column: x => x.sha256,
                        principalTable: "files_contents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_appointments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    roles = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_appointments", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_appointments_person_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_claims_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    given = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_consents_person_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_data_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    on_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    third_parties = table.Column<bool>(type: "INTEGER", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_data_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_data_requests_person_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_identity_logins_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_one_time_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_one_time_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_one_time_codes_identity_people_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_identity_passkeys_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_person_steps",
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
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_person_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_person_steps_identity_people_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_recovery_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_recovery_codes_person_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    locked = table.Column<bool>(type: "INTEGER", nullable: false),
                    unlock_failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_sessions_identity_people_person_id",
                        column: x => x.person_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_identity_tokens_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_appointment_steps",
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
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_appointment_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_appointment_steps_identity_appointments_appointment_id",
                        column: x => x.appointment_id,
                        principalTable: "identity_appointments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_data_request_steps",
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
                    data_request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_data_request_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_data_request_steps_identity_data_requests_data_request_id",
                        column: x => x.data_request_id,
                        principalTable: "identity_data_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_at_id",
                table: "journal_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_organisation_id_at",
                table: "journal_entries",
                columns: new[] { "organisation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_person_id_at",
                table: "journal_entries",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_files_owner_kind_owner_id_taken_in_at",
                table: "files",
                columns: new[] { "owner_kind", "owner_id", "taken_in_at" });

            migrationBuilder.CreateIndex(
                name: "ix_files_sha256",
                table: "files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_files_contents_picture_touched_at",
                table: "files_contents",
                columns: new[] { "picture", "touched_at" });

            migrationBuilder.CreateIndex(
                name: "ix_files_contents_touched_at",
                table: "files_contents",
                column: "touched_at");

            migrationBuilder.CreateIndex(
                name: "ix_files_variants_sha256",
                table: "files_variants",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_identity_appointment_steps_appointment_id",
                table: "identity_appointment_steps",
                column: "appointment_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_appointments_organisation_id",
                table: "identity_appointments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_appointments_person_id",
                table: "identity_appointments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_claims_user_id",
                table: "identity_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_consent_texts_number",
                table: "identity_consent_texts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_consents_person_id_number",
                table: "identity_consents",
                columns: new[] { "person_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_data_request_steps_data_request_id",
                table: "identity_data_request_steps",
                column: "data_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_data_requests_person_id",
                table: "identity_data_requests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_data_requests_status_filed_on",
                table: "identity_data_requests",
                columns: new[] { "status", "filed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_logins_user_id",
                table: "identity_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_one_time_codes_person_id_number",
                table: "identity_one_time_codes",
                columns: new[] { "person_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_passkeys_user_id",
                table: "identity_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_name_order_id",
                table: "identity_people",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_normalized_email",
                table: "identity_people",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_normalized_user_name",
                table: "identity_people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_phone_number",
                table: "identity_people",
                column: "phone_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_person_steps_person_id",
                table: "identity_person_steps",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_recovery_codes_person_id_hash",
                table: "identity_recovery_codes",
                columns: new[] { "person_id", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_sessions_person_id_ended_at",
                table: "identity_sessions",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_runs_code_started_at",
                table: "jobs_runs",
                columns: new[] { "code", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_runs_started_at",
                table: "jobs_runs",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_journal_links_entry_id",
                table: "journal_links",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_office_filters_person_id_name",
                table: "office_filters",
                columns: new[] { "person_id", "name" },
                unique: true);

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
                name: "files");

            migrationBuilder.DropTable(
                name: "files_variants");

            migrationBuilder.DropTable(
                name: "house_keys");

            migrationBuilder.DropTable(
                name: "identity_appointment_steps");

            migrationBuilder.DropTable(
                name: "identity_claims");

            migrationBuilder.DropTable(
                name: "identity_consent_texts");

            migrationBuilder.DropTable(
                name: "identity_consents");

            migrationBuilder.DropTable(
                name: "identity_data_request_steps");

            migrationBuilder.DropTable(
                name: "identity_logins");

            migrationBuilder.DropTable(
                name: "identity_one_time_codes");

            migrationBuilder.DropTable(
                name: "identity_passkeys");

            migrationBuilder.DropTable(
                name: "identity_person_steps");

            migrationBuilder.DropTable(
                name: "identity_recovery_codes");

            migrationBuilder.DropTable(
                name: "identity_sessions");

            migrationBuilder.DropTable(
                name: "identity_tokens");

            migrationBuilder.DropTable(
                name: "jobs_runs");

            migrationBuilder.DropTable(
                name: "jobs_state");

            migrationBuilder.DropTable(
                name: "journal_checks");

            migrationBuilder.DropTable(
                name: "journal_days");

            migrationBuilder.DropTable(
                name: "journal_links");

            migrationBuilder.DropTable(
                name: "office_filters");

            migrationBuilder.DropTable(
                name: "office_messages");

            migrationBuilder.DropTable(
                name: "office_notice_preferences");

            migrationBuilder.DropTable(
                name: "office_notices");

            migrationBuilder.DropTable(
                name: "people_keys");

            migrationBuilder.DropTable(
                name: "files_contents");

            migrationBuilder.DropTable(
                name: "identity_appointments");

            migrationBuilder.DropTable(
                name: "identity_data_requests");

            migrationBuilder.DropTable(
                name: "identity_people");

            migrationBuilder.DropIndex(
                name: "ix_journal_entries_at_id",
                table: "journal_entries");

            migrationBuilder.DropIndex(
                name: "ix_journal_entries_organisation_id_at",
                table: "journal_entries");

            migrationBuilder.DropIndex(
                name: "ix_journal_entries_person_id_at",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "address",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "title_folded",
                table: "journal_entries");

            migrationBuilder.AddPrimaryKey(
                name: "PK_papers_steps",
                table: "papers_steps",
                column: "id");
        }
    }
}
