using System.Globalization;
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
internal sealed class AdmissionTemplate(AppDbContext db, IOrganisations organisations, ClassNames classes, MemberBook book, ISignedIn signedIn) : IPaperTemplate
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
        var (admitted, moved) = (new List<string>(), new List<string>());
        foreach (var request in requests.OrderBy(r => named[r.OrganisationId].Name, VietnameseOrder.Instance).ThenBy(r => r.Id))
        {
            var (name, to) = (named[request.OrganisationId].Name, words.Of(request.ClassCode));

            // Whoever is in a term is moved, not admitted: the figure of those admitted counts likewise.
            if ((await book.HistoryAsync(request.OrganisationId, cancellationToken)).Terms is [.., { To: null } term])
            {
                moved.Add($"{name}: từ {words.Of(term.ClassCode)} sang {to}");
            }
            else
            {
                admitted.Add($"{name}: {to}");
            }
        }

        return Decision(admitted, moved);
    }

    /// <summary>An official paper is written in Vietnamese, whoever asks for it.</summary>
    private static PaperText Decision(List<string> admitted, List<string> moved)
    {
        var articles = new List<string>();
        if (admitted.Count > 0)
        {
            articles.Add(List($"Kết nạp {admitted.Count:00} tổ chức có tên sau đây làm thành viên Liên minh Hợp tác xã:", admitted));
        }

        if (moved.Count > 0)
        {
            articles.Add(List($"Chuyển loại thành viên Liên minh Hợp tác xã của {moved.Count:00} tổ chức có tên sau đây:", moved));
        }

        var named = articles.Count == 1 ? "tại Điều 1" : "tại Điều 1, Điều 2";
        articles.Add($"Các tổ chức có tên {named} có quyền và nghĩa vụ của thành viên theo Điều lệ kể từ ngày ký Quyết định này.\n");
        articles.Add($"Văn phòng Liên minh và các tổ chức có tên {named} chịu trách nhiệm thi hành Quyết định này.\n");
        var (what, asked) = (admitted.Count, moved.Count) switch
        {
            (_, 0) => ("kết nạp", "gia nhập"),
            (0, _) => ("chuyển loại", "chuyển loại thành viên"),
            _ => ("kết nạp, chuyển loại", "gia nhập, chuyển loại thành viên"),
        };
        var body = new StringBuilder($"Căn cứ Điều lệ Liên minh Hợp tác xã;\nXét đề nghị {asked} của các tổ chức có tên dưới đây và kết quả thẩm định.\nQUYẾT ĐỊNH:\n");
        foreach (var (at, article) in articles.Index())
        {
            body.Append(CultureInfo.InvariantCulture, $"Điều {at + 1}. {article}");
        }

        return new PaperText($"Về việc {what} thành viên Liên minh Hợp tác xã", body.ToString(), $"Như Điều {articles.Count}");
    }

    private static string List(string heading, List<string> lines) => $"{heading}\n{string.Concat(lines.Select(line => $"- {line};\n"))}";
}
