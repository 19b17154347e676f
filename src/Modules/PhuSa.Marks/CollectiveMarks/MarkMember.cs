using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>An organisation of the register that may use a collective mark. People are never named here: of members that are no organisation the mark keeps a number.</summary>
internal sealed class MarkMember : IJournaled, ISaidToReaders
{
    private MarkMember()
    {
    }

    public MarkMember(Guid id, Guid markId, Guid organisationId, DateOnly? from)
    {
        Id = id;
        MarkId = markId;
        OrganisationId = organisationId;
        From = from;
    }

    public Guid Id { get; private init; }

    public Guid MarkId { get; private init; }

    public Guid OrganisationId { get; private init; }

    /// <summary>First day; null where not known.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>Last day; null while it may use the mark.</summary>
    public DateOnly? Until { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => "Thành viên được dùng nhãn hiệu";

    /// <summary>Its name on the page of the mark, until its last day is recorded.</summary>
    public IEnumerable<(string Of, string Words)> Said() => Until is null ? SaidWords.Of((nameof(OrganisationId), OrganisationId)) : [];

    /// <exception cref="RefusedException">It has ended, or the day is before the first.</exception>
    public void End(DateOnly last)
    {
        if (Until is not null || last < From)
        {
            throw new RefusedException("Ngày thôi dùng không được sớm hơn ngày bắt đầu, và chỉ ghi một lần.");
        }

        Until = last;
    }
}

internal sealed class MarkMemberConfiguration : IEntityTypeConfiguration<MarkMember>
{
    public const string Table = "marks_collective_mark_members";

    public void Configure(EntityTypeBuilder<MarkMember> builder)
    {
        builder.ToTable(Table);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.From).HasColumnName("from_day");
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasOne<CollectiveMark>().WithMany().HasForeignKey(m => m.MarkId).OnDelete(DeleteBehavior.Restrict);

        // An organisation stands in the list once at a time.
        builder.HasIndex(m => new { m.MarkId, m.OrganisationId }).IsUnique().HasFilter("until IS NULL");
        builder.HasIndex(m => m.OrganisationId);
    }
}
