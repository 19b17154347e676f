using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>The text of an admission decision, with its list, from a list that is being put together.</summary>
internal sealed class AdmissionTemplate(AppDbContext db, IOrganisations organisations, ClassNames classes, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "alliance.admission";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Decision;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person?.May(AllianceRights.Keep) != true)
        {
            return null;
        }

        var requests = await db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery().Where(r => r.DecisionId == recordId && r.Status == RequestStatus.Listed).ToListAsync(cancellationToken);
        if (requests.Count == 0)
        {
            return null;
        }

        var named = await organisations.OfAsync(requests.Select(r => r.OrganisationId), cancellationToken);
        var words = await classes.AllAsync(cancellationToken);
        return new PaperText("Về việc kết nạp thành viên Liên minh Hợp tác xã", Body(requests, named, words), "Như Điều 3");
    }

    private static string Body(List<MembershipRequest> requests, IReadOnlyDictionary<Guid, OrganisationFact> named, ClassBook words)
    {
        // An official paper is written in Vietnamese, whoever asks for it.
        var body = new StringBuilder()
            .Append("Căn cứ Điều lệ Liên minh Hợp tác xã;\n")
            .Append("Xét đề nghị gia nhập của các tổ chức có tên dưới đây và kết quả thẩm định.\n")
            .Append("QUYẾT ĐỊNH:\n")
            .Append("Điều 1. Kết nạp ").Append(requests.Count.ToString("00", System.Globalization.CultureInfo.InvariantCulture)).Append(" tổ chức có tên sau đây làm thành viên Liên minh Hợp tác xã:\n");
        foreach (var request in requests.OrderBy(r => named[r.OrganisationId].Name, VietnameseOrder.Instance))
        {
            body.Append("- ").Append(named[request.OrganisationId].Name).Append(": ").Append(words.Of(request.ClassCode)).Append(";\n");
        }

        return body
            .Append("Điều 2. Các tổ chức có tên tại Điều 1 có quyền và nghĩa vụ của thành viên theo Điều lệ kể từ ngày ký Quyết định này.\n")
            .Append("Điều 3. Văn phòng Liên minh và các tổ chức có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.\n")
            .ToString();
    }
}
