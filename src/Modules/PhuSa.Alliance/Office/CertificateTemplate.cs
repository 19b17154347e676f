using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Rights;

namespace PhuSa.Alliance.Office;

/// <summary>The text of a certificate of membership, for an organisation that is a member today since a day that is known.</summary>
internal sealed class CertificateTemplate(MemberBook book, ClassNames classes, ISignedIn signedIn, TimeProvider clock) : IPaperTemplate
{
    public const string TheCode = "alliance.certificate";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Other;

    /// <param name="recordId">The organisation.</param>
    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person?.May(AllianceRights.Keep) != true || await book.OfAsync(recordId, cancellationToken) is not { } file)
        {
            return null;
        }

        var standing = file.History.On(VietnamTime.Today(clock));
        if (standing is not { State: MembershipState.Member, Term: { } term } || file.History.Since(term) is not { } since)
        {
            return null;
        }

        var memberClass = (await classes.AllAsync(cancellationToken)).Of(term.ClassCode);
        var body = $"Liên minh Hợp tác xã chứng nhận:\n{file.Organisation.Name}\nLà thành viên của Liên minh Hợp tác xã kể từ {since}; hiện là {memberClass}.\n";
        return new PaperText("Giấy chứng nhận thành viên Liên minh Hợp tác xã", body);
    }
}
