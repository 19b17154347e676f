using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Events.Events;

namespace PhuSa.Events.Attendance;

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<AttendanceCount>
{
    public void Configure(EntityTypeBuilder<AttendanceCount> builder)
    {
        builder.ToTable("events_attendance");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Source).HasMaxLength(Event.SourceMaxLength);
        builder.HasIndex(a => new { a.EventId, a.Group }).IsUnique();
    }
}
