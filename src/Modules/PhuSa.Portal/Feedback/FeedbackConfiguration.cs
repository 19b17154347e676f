using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feedback;

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<FeedbackItem>
{
    public const string Table = "portal_feedback";

    public void Configure(EntityTypeBuilder<FeedbackItem> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<FeedbackItem, FeedbackStatus, FeedbackAction>("portal_feedback_steps");
        builder.Property(f => f.Site).HasMaxLength(Site.CodeMaxLength);
        builder.Property(f => f.Code).HasMaxLength(ReferenceCode.Length);
        builder.Property(f => f.Name).HasMaxLength(FeedbackItem.NameMaxLength).IsPersonal();
        builder.Property(f => f.Email).HasMaxLength(FeedbackItem.EmailMaxLength).IsPersonal();
        builder.Property(f => f.Phone).HasMaxLength(FeedbackItem.PhoneMaxLength).IsPersonal();
        builder.Property(f => f.Text).HasMaxLength(FeedbackItem.TextMaxLength).IsPersonal();
        builder.Property(f => f.Page).HasMaxLength(FeedbackItem.PageMaxLength);
        builder.Property(f => f.Language).HasMaxLength(FeedbackItem.LanguageMaxLength);
        builder.Property(f => f.Answer).HasMaxLength(FeedbackItem.AnswerMaxLength).IsPersonal();
        builder.Property(f => f.Reason).HasMaxLength(FeedbackItem.ReasonMaxLength).IsPersonal();
        builder.Property(f => f.PublicQuestion).HasMaxLength(FeedbackItem.TextMaxLength).IsPersonal();
        builder.Property(f => f.PublicAnswer).HasMaxLength(FeedbackItem.AnswerMaxLength).IsPersonal();
        builder.Ignore(f => f.Due);
        builder.HasIndex(f => f.Code).IsUnique();
        builder.HasIndex(f => f.FormKey).IsUnique();
        builder.HasIndex(f => new { f.Site, f.Status, f.CreatedAt });
    }
}
