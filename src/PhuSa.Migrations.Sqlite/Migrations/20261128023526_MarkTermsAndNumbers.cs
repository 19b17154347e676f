using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhuSa.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MarkTermsAndNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_term_corrected",
                table: "marks_grants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_marks_collective_marks_application_number",
                table: "marks_collective_marks",
                column: "application_number",
                unique: true,
                filter: "application_number IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_marks_collective_marks_application_number",
                table: "marks_collective_marks");

            migrationBuilder.DropColumn(
                name: "is_term_corrected",
                table: "marks_grants");
        }
    }
}
