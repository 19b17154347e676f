using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Reports;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<YearReport>
{
    public void Configure(EntityTypeBuilder<YearReport> builder)
    {
        builder.ToTable(YearReport.TableName);
        builder.IsMoving<YearReport, ReportStatus, ReportAction>("cooperatives_reports_steps");
        builder.Property(r => r.Rule).HasMaxLength(CriterionLimitConfiguration.RuleMaxLength);
        builder.Property(r => r.Source).HasMaxLength(YearReport.SourceMaxLength);
        builder.Property(r => r.FiguresBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(r => r.FiguresTakenBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(r => r.Points).HasPrecision(4, 1);
        builder.Property(r => r.Class).HasColumnName("rating");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(r => r.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.CooperativeId, r.Year }).IsUnique();
        builder.HasIndex(r => new { r.Year, r.Status });
        builder.OwnsMany(r => r.Scores, scores =>
        {
            scores.ToTable("cooperatives_report_scores");
            scores.HasKey(s => s.Id).HasName("pk_cooperatives_report_scores");
            scores.Property(s => s.Id).ValueGeneratedNever();
            scores.Property(s => s.Own).HasColumnName("own_points").HasPrecision(4, 1);
            scores.Property(s => s.Body).HasColumnName("body_points").HasPrecision(4, 1);
            scores.Property(s => s.OwnNote).HasMaxLength(ReportScore.NoteMaxLength);
            scores.Property(s => s.BodyNote).HasMaxLength(ReportScore.NoteMaxLength);
        });
    }
}
