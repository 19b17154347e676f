using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alliance_admission_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    announced_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    announced_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    announced_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    signed_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list_known = table.Column<bool>(type: "INTEGER", nullable: false),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_admission_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_award_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    announced_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    announced_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    announced_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    signed_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list_known = table.Column<bool>(type: "INTEGER", nullable: false),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_award_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_memoranda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    party_a_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    party_b_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    signed_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    signed_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_memoranda", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_stamp",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_stamp", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    registration_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    place_text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    place_search_text = table.Column<string>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    founded_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    founded_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    founded_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperatives", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    display_topic = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    organiser_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    venue = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    held_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    held_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    held_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marks_certification_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    regulation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_certification_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marks_collective_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_collective_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    name_order = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    issued_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_by_text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    signed_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    signed_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version_key = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_places_places_parent_id",
                        column: x => x.parent_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_articles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    initials = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    event_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_articles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_browsers_seen",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 72, nullable: false),
                    browser = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_browsers_seen", x => new { x.day, x.site, x.browser });
                });

            migrationBuilder.CreateTable(
                name: "portal_categories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_home_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    review = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    figure = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    caption = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_home_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_page_view_days",
                columns: table => new
                {
                    site = table.Column<string>(type: "TEXT", maxLength: 72, nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    views = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_page_view_days", x => new { x.site, x.path, x.day });
                });

            migrationBuilder.CreateTable(
                name: "portal_site_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_site_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    theme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    hosts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    parent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    contact = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    eyebrow = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    headline = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    lead = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    band_title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_sites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_visit_days",
                columns: table => new
                {
                    site = table.Column<string>(type: "TEXT", maxLength: 72, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    visits = table.Column<long>(type: "INTEGER", nullable: false),
                    views = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_visit_days", x => new { x.site, x.day });
                });

            migrationBuilder.CreateTable(
                name: "portal_visit_instances",
                columns: table => new
                {
                    epoch = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_visit_instances", x => x.epoch);
                });

            migrationBuilder.CreateTable(
                name: "portal_visit_salts",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_visit_salts", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    parties = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_schemes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_schemes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "technology_processes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    place_text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    adopter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    adoption_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    adoption_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    adoption_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    finished_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    finished_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    finished_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_technology_processes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alliance_admission_decision_steps",
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
                    admission_decision_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_admission_decision_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_admission_decision_steps_alliance_admission_decisions_admission_decision_id",
                        column: x => x.admission_decision_id,
                        principalTable: "alliance_admission_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_admissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_admissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_admissions_admission_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "alliance_admission_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alliance_award_decision_steps",
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
                    award_decision_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_award_decision_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_award_decision_steps_alliance_award_decisions_award_decision_id",
                        column: x => x.award_decision_id,
                        principalTable: "alliance_award_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alliance_awards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recipient_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_awards", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_awards_award_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "alliance_award_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alliance_memorandum_steps",
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
                    memorandum_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alliance_memorandum_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_alliance_memorandum_steps_alliance_memoranda_memorandum_id",
                        column: x => x.memorandum_id,
                        principalTable: "alliance_memoranda",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "events_attendance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    approximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events_attendance", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_attendance_event_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "events_steps",
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
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_steps_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_grant_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    holders_count = table.Column<int>(type: "INTEGER", nullable: false),
                    holders_unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    given_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    given_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_grant_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_grant_batches_marks_certification_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    product_key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    given_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    given_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_grants_marks_certification_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_certification_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    mark_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    liquidated_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    accepted_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    accepted_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    liquidated_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    liquidated_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    liquidated_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paid_on_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paid_on_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    paid_on_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_contracts", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_contracts_marks_collective_marks_mark_id",
                        column: x => x.mark_id,
                        principalTable: "marks_collective_marks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisations_former_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations_former_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisations_former_names_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "papers_steps",
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
                    paper_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_papers_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_papers_steps_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "places_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    old_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    new_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_split = table.Column<bool>(type: "INTEGER", nullable: false),
                    resolution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_places_changes_place_new_id",
                        column: x => x.new_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_places_changes_place_old_id",
                        column: x => x.old_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_steps",
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
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_article_steps_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_places",
                columns: table => new
                {
                    category_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    article_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_places", x => new { x.article_id, x.category_id });
                    table.ForeignKey(
                        name: "fk_portal_article_places_category_category_id",
                        column: x => x.category_id,
                        principalTable: "portal_categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_article_places_portal_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "portal_articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_plans_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    event_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    filing = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    governing_body = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    issuing_bodies = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: true),
                    period_words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recipients = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    signatures = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    site = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    symbol = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    window_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_reviews_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_scheme_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    effective_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    subjects = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    fields = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    conditions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    criteria = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    rate_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    ceiling = table.Column<long>(type: "INTEGER", nullable: true),
                    answer_within = table.Column<int>(type: "INTEGER", nullable: true),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_scheme_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_scheme_versions_support_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "support_schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "technology_process_steps",
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
                    technology_process_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_technology_process_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_technology_process_steps_technology_processes_technology_process_id",
                        column: x => x.technology_process_id,
                        principalTable: "technology_processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_grant_steps",
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
                    mark_grant_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_grant_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_grant_steps_marks_grants_mark_grant_id",
                        column: x => x.mark_grant_id,
                        principalTable: "marks_grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "marks_support_contract_steps",
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
                    mark_support_contract_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks_support_contract_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_marks_support_contract_steps_marks_support_contracts_mark_support_contract_id",
                        column: x => x.mark_support_contract_id,
                        principalTable: "marks_support_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes_plan_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    figure = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    carried_from_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_plan_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_plan_items_programmes_plan_items_carried_from_id",
                        column: x => x.carried_from_id,
                        principalTable: "programmes_plan_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programmes_plan_items_programmes_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "programmes_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes_frozen_texts",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_frozen_texts", x => x.review_id);
                    table.ForeignKey(
                        name: "fk_programmes_frozen_texts_review_review_id",
                        column: x => x.review_id,
                        principalTable: "programmes_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes_review_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    anchor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    figure = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_review_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_review_parts_programmes_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "programmes_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programmes_review_parts_programmes_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "programmes_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes_review_steps",
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
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_review_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_review_steps_programmes_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "programmes_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    scheme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    applicant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    requested_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    programme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    reply_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    received_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    received_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replied_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replied_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    replied_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_applications_scheme_version_scheme_version_id",
                        column: x => x.scheme_version_id,
                        principalTable: "support_scheme_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_support_applications_support_scheme_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "support_schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes_plan_item_steps",
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
                    plan_item_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes_plan_item_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_plan_item_steps_programmes_plan_items_plan_item_id",
                        column: x => x.plan_item_id,
                        principalTable: "programmes_plan_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_application_steps",
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
                    support_application_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_application_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_application_steps_support_applications_support_application_id",
                        column: x => x.support_application_id,
                        principalTable: "support_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_verdicts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    citation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_verdicts", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_verdicts_support_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "support_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alliance_admission_decision_steps_admission_decision_id",
                table: "alliance_admission_decision_steps",
                column: "admission_decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_admission_decisions_code",
                table: "alliance_admission_decisions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_admissions_code",
                table: "alliance_admissions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_admissions_decision_id_organisation_id",
                table: "alliance_admissions",
                columns: new[] { "decision_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_admissions_organisation_id",
                table: "alliance_admissions",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_award_decision_steps_award_decision_id",
                table: "alliance_award_decision_steps",
                column: "award_decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_award_decisions_code",
                table: "alliance_award_decisions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_awards_code",
                table: "alliance_awards",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_awards_decision_id",
                table: "alliance_awards",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_awards_organisation_id",
                table: "alliance_awards",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_memoranda_code",
                table: "alliance_memoranda",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alliance_memoranda_party_a_id",
                table: "alliance_memoranda",
                column: "party_a_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_memoranda_party_b_id",
                table: "alliance_memoranda",
                column: "party_b_id");

            migrationBuilder.CreateIndex(
                name: "ix_alliance_memorandum_steps_memorandum_id",
                table: "alliance_memorandum_steps",
                column: "memorandum_id");

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_code",
                table: "cooperatives",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooperatives_place_id",
                table: "cooperatives",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_code",
                table: "events",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_kind_status",
                table: "events",
                columns: new[] { "kind", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_events_slug",
                table: "events",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_attendance_event_id_group",
                table: "events_attendance",
                columns: new[] { "event_id", "group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_steps_event_id",
                table: "events_steps",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_kind_record_id_at",
                table: "journal_entries",
                columns: new[] { "kind", "record_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_marks_certification_marks_code",
                table: "marks_certification_marks",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_certification_marks_slug",
                table: "marks_certification_marks",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_marks_code",
                table: "marks_collective_marks",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_marks_owner_id",
                table: "marks_collective_marks",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_marks_slug",
                table: "marks_collective_marks",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_grant_batches_code",
                table: "marks_grant_batches",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_grant_batches_mark_id",
                table: "marks_grant_batches",
                column: "mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_grant_steps_mark_grant_id",
                table: "marks_grant_steps",
                column: "mark_grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_code",
                table: "marks_grants",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_holder_id",
                table: "marks_grants",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_grants_mark_id_holder_id_product_key",
                table: "marks_grants",
                columns: new[] { "mark_id", "holder_id", "product_key" },
                unique: true,
                filter: "status <> 'Revoked'");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_contract_steps_mark_support_contract_id",
                table: "marks_support_contract_steps",
                column: "mark_support_contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_contracts_code",
                table: "marks_support_contracts",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_support_contracts_mark_id",
                table: "marks_support_contracts",
                column: "mark_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_code",
                table: "organisations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_kind_name_order",
                table: "organisations",
                columns: new[] { "kind", "name_order" });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_slug",
                table: "organisations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_former_names_organisation_id",
                table: "organisations_former_names",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_code",
                table: "papers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_number_key",
                table: "papers",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "ix_papers_steps_paper_id",
                table: "papers_steps",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_places_code_version_key",
                table: "places",
                columns: new[] { "code", "version_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_places_parent_id",
                table: "places",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_places_changes_new_id",
                table: "places_changes",
                column: "new_id");

            migrationBuilder.CreateIndex(
                name: "ix_places_changes_old_id_new_id",
                table: "places_changes",
                columns: new[] { "old_id", "new_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_places_category_id",
                table: "portal_article_places",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_steps_article_id",
                table: "portal_article_steps",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_slug",
                table: "portal_articles",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_status_published_on",
                table: "portal_articles",
                columns: new[] { "status", "published_on" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_browsers_seen_day_last_seen",
                table: "portal_browsers_seen",
                columns: new[] { "day", "last_seen" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_categories_code",
                table: "portal_categories",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_categories_site_slug",
                table: "portal_categories",
                columns: new[] { "site", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_home_figures_site_review_figure",
                table: "portal_home_figures",
                columns: new[] { "site", "review", "figure" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_site_links_site_area_url",
                table: "portal_site_links",
                columns: new[] { "site", "area", "url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_sites_code",
                table: "portal_sites",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_code",
                table: "programmes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plan_item_steps_plan_item_id",
                table: "programmes_plan_item_steps",
                column: "plan_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plan_items_carried_from_id",
                table: "programmes_plan_items",
                column: "carried_from_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plan_items_code",
                table: "programmes_plan_items",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plan_items_plan_id",
                table: "programmes_plan_items",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plans_code",
                table: "programmes_plans",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plans_programme_id",
                table: "programmes_plans",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_plans_slug",
                table: "programmes_plans",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_review_parts_plan_id",
                table: "programmes_review_parts",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_review_parts_review_id_position",
                table: "programmes_review_parts",
                columns: new[] { "review_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_review_steps_review_id",
                table: "programmes_review_steps",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_reviews_programme_id",
                table: "programmes_reviews",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_reviews_slug",
                table: "programmes_reviews",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_application_steps_support_application_id",
                table: "support_application_steps",
                column: "support_application_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_applications_applicant_id",
                table: "support_applications",
                column: "applicant_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_applications_code",
                table: "support_applications",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_applications_scheme_id",
                table: "support_applications",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_applications_scheme_version_id",
                table: "support_applications",
                column: "scheme_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_applications_slug",
                table: "support_applications",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_scheme_versions_code",
                table: "support_scheme_versions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_scheme_versions_scheme_id",
                table: "support_scheme_versions",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_schemes_code",
                table: "support_schemes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_verdicts_application_id_group",
                table: "support_verdicts",
                columns: new[] { "application_id", "group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_technology_process_steps_technology_process_id",
                table: "technology_process_steps",
                column: "technology_process_id");

            migrationBuilder.CreateIndex(
                name: "ix_technology_processes_adopter_id",
                table: "technology_processes",
                column: "adopter_id");

            migrationBuilder.CreateIndex(
                name: "ix_technology_processes_code",
                table: "technology_processes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_technology_processes_slug",
                table: "technology_processes",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alliance_admission_decision_steps");

            migrationBuilder.DropTable(
                name: "alliance_admissions");

            migrationBuilder.DropTable(
                name: "alliance_award_decision_steps");

            migrationBuilder.DropTable(
                name: "alliance_awards");

            migrationBuilder.DropTable(
                name: "alliance_memorandum_steps");

            migrationBuilder.DropTable(
                name: "content_stamp");

            migrationBuilder.DropTable(
                name: "cooperatives");

            migrationBuilder.DropTable(
                name: "events_attendance");

            migrationBuilder.DropTable(
                name: "events_steps");

            migrationBuilder.DropTable(
                name: "journal_entries");

            migrationBuilder.DropTable(
                name: "marks_grant_batches");

            migrationBuilder.DropTable(
                name: "marks_grant_steps");

            migrationBuilder.DropTable(
                name: "marks_support_contract_steps");

            migrationBuilder.DropTable(
                name: "organisations_former_names");

            migrationBuilder.DropTable(
                name: "papers_steps");

            migrationBuilder.DropTable(
                name: "places_changes");

            migrationBuilder.DropTable(
                name: "portal_article_places");

            migrationBuilder.DropTable(
                name: "portal_article_steps");

            migrationBuilder.DropTable(
                name: "portal_browsers_seen");

            migrationBuilder.DropTable(
                name: "portal_home_figures");

            migrationBuilder.DropTable(
                name: "portal_page_view_days");

            migrationBuilder.DropTable(
                name: "portal_site_links");

            migrationBuilder.DropTable(
                name: "portal_sites");

            migrationBuilder.DropTable(
                name: "portal_visit_days");

            migrationBuilder.DropTable(
                name: "portal_visit_instances");

            migrationBuilder.DropTable(
                name: "portal_visit_salts");

            migrationBuilder.DropTable(
                name: "programmes_frozen_texts");

            migrationBuilder.DropTable(
                name: "programmes_plan_item_steps");

            migrationBuilder.DropTable(
                name: "programmes_review_parts");

            migrationBuilder.DropTable(
                name: "programmes_review_steps");

            migrationBuilder.DropTable(
                name: "support_application_steps");

            migrationBuilder.DropTable(
                name: "support_verdicts");

            migrationBuilder.DropTable(
                name: "technology_process_steps");

            migrationBuilder.DropTable(
                name: "alliance_admission_decisions");

            migrationBuilder.DropTable(
                name: "alliance_award_decisions");

            migrationBuilder.DropTable(
                name: "alliance_memoranda");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "marks_grants");

            migrationBuilder.DropTable(
                name: "marks_support_contracts");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "portal_categories");

            migrationBuilder.DropTable(
                name: "portal_articles");

            migrationBuilder.DropTable(
                name: "programmes_plan_items");

            migrationBuilder.DropTable(
                name: "programmes_reviews");

            migrationBuilder.DropTable(
                name: "support_applications");

            migrationBuilder.DropTable(
                name: "technology_processes");

            migrationBuilder.DropTable(
                name: "marks_certification_marks");

            migrationBuilder.DropTable(
                name: "marks_collective_marks");

            migrationBuilder.DropTable(
                name: "programmes_plans");

            migrationBuilder.DropTable(
                name: "support_scheme_versions");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "support_schemes");
        }
    }
}
