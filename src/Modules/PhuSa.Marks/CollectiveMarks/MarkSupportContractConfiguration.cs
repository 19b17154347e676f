using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CollectiveMarks;

internal sealed class MarkSupportContractConfiguration : IEntityTypeConfiguration<MarkSupportContract>
{
    public const string Table = "marks_support_contracts";

    public void Configure(EntityTypeBuilder<MarkSupportContract> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<MarkSupportContract, ContractStatus, ContractAction>("marks_support_contract_steps");
        builder.Ignore(c => c.Money);
        builder.HasTime(c => c.PaidOn, "paid_on");
        builder.HasTime(c => c.AcceptedOn, "accepted_on");
        builder.HasTime(c => c.LiquidatedOn, "liquidated_on");
        builder.Property(c => c.Code).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(c => c.Programme).HasMaxLength(ImportColumns.CodeMaxLength);
        builder.Property(c => c.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.HasOne<CollectiveMark>().WithMany().HasForeignKey(c => c.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(c => c.Acts, acts => acts.AreActs("marks_support_contract_acts"));
        builder.OwnsMany(c => c.Items, items =>
        {
            items.ToTable("marks_support_contract_items");
            items.HasKey(i => i.Id).HasName("pk_marks_support_contract_items");
            items.Property(i => i.Id).ValueGeneratedNever();
        });
        builder.HasIndex(c => c.Code).IsUnique();
    }
}
