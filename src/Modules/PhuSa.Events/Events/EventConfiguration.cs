using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Events.Events;

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.ToTable("events");
        builder.IsMoving<Event, EventStatus, EventAction>("events_steps");
        builder.HasTime(e => e.HeldAt, "held");
        builder.Property(e => e.Code).HasMaxLength(Event.CodeMaxLength);
        builder.Property(e => e.Slug).HasMaxLength(Event.CodeMaxLength);
        builder.Property(e => e.Title).HasMaxLength(Event.TitleMaxLength);
        builder.Property(e => e.Topic).HasMaxLength(Event.TitleMaxLength);
        builder.Property(e => e.DisplayTopic).HasMaxLength(Event.TitleMaxLength);
        builder.Property(e => e.Venue).HasMaxLength(Event.VenueMaxLength);
        builder.Property(e => e.Programme).HasMaxLength(Event.CodeMaxLength);
        builder.Property(e => e.Source).HasMaxLength(Event.SourceMaxLength);
        builder.HasIndex(e => e.Code).IsUnique();
        builder.HasIndex(e => e.Slug).IsUnique();
        builder.HasIndex(e => new { e.Kind, e.Status });
        builder.HasMany(e => e.Attendance).WithOne(a => a.Event).HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}
