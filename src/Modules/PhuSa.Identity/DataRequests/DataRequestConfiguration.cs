using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.DataRequests;

internal sealed class DataRequestConfiguration : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.ToTable("identity_data_requests");
        builder.BelongsToPerson(r => r.PersonId);
        builder.IsMoving<DataRequest, DataRequestStatus, DataRequestAction>("identity_data_request_steps");
        builder.Property(r => r.Text).HasMaxLength(DataRequest.TextMaxLength).IsPersonal();
        builder.Property(r => r.Answer).HasMaxLength(DataRequest.AnswerMaxLength).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasIndex(r => new { r.Status, r.FiledOn });
    }
}
