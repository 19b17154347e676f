using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Papers.Templates;

/// <summary>An agency's own Word file for one kind of paper; its places are filled from the paper.</summary>
internal sealed class PaperTemplate : IJournaled
{
    public const int NameMaxLength = 200;

    private PaperTemplate()
    {
    }

    public PaperTemplate(Guid id, Guid organisationId, PaperKind kind, string name)
    {
        Id = id;
        OrganisationId = organisationId;
        Kind = kind;
        Name = name;
    }

    public Guid Id { get; private init; }

    public Guid OrganisationId { get; private init; }

    public PaperKind Kind { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>No longer offered; papers made with it stay as they were.</summary>
    public bool IsRetired { get; private set; }

    public string JournalTitle => Name;

    public void Retire() => IsRetired = true;
}

internal sealed class PaperTemplateConfiguration : IEntityTypeConfiguration<PaperTemplate>
{
    public const string Table = "papers_templates";

    public void Configure(EntityTypeBuilder<PaperTemplate> builder)
    {
        builder.ToTable(Table);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(PaperTemplate.NameMaxLength);
        builder.HasIndex(t => new { t.OrganisationId, t.Kind });
    }
}

/// <summary>The Word files of templates.</summary>
internal static class TemplateFiles
{
    public const int MaxMegabytes = 5;

    public static FileRules Rules { get; } = new(FileKinds.Word, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid templateId) => new(PaperTemplateConfiguration.Table, templateId);
}

/// <summary>A template is read by the people of its agency.</summary>
internal sealed class TemplateFileGuard(AppDbContext db) : IFileGuard
{
    public string Kind => PaperTemplateConfiguration.Table;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return person is not null
            && person.May(PapersRights.Read)
            && await db.Set<PaperTemplate>().AnyAsync(t => t.Id == file.Owner.Id && t.OrganisationId == person.OrganisationId, cancellationToken);
    }
}
