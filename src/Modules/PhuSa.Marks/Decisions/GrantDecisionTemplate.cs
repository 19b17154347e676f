using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Decisions;

/// <summary>
/// The decision that gives rights, from a right that was registered and has no decision yet, with all others of its batch: the register comes first, the
/// paper after. An official paper is written in Vietnamese, whoever asks for it.
/// </summary>
internal sealed class GrantDecisionTemplate(GrantDesk desk, UndecidedGrants undecided, RegulationCitations regulations, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "marks.grant";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Decision;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person is null || await desk.FindAsync(recordId, cancellationToken) is not { DecisionId: null } grant || GrantFlow.Table[grant.Status].Final)
        {
            return null;
        }

        var mark = await desk.MarkAsync(grant.MarkId, cancellationToken);
        if (!desk.Person.MayKeep(mark.OwnerId))
        {
            return null;
        }

        var rights = await undecided.WithAsync(grant, cancellationToken);
        var named = await desk.Organisations.OfAsync(rights.Select(right => right.HolderId), cancellationToken);
        var holders = rights.Select(right => named[right.HolderId].Name).Distinct(StringComparer.Ordinal).Order(VietnameseOrder.Instance).ToList();
        var lines = rights.Select(right => Line(right, named[right.HolderId].Name)).Order(VietnameseOrder.Instance).ToList();
        return new PaperText(
            $"Về việc trao quyền sử dụng nhãn hiệu chứng nhận “{mark.Name}”",
            Body(grant, mark, await regulations.OfAsync(mark, desk.Today, cancellationToken), lines, holders.Count),
            string.Join('\n', holders));
    }

    private static string Body(MarkGrant grant, CertificationMark mark, string regulation, List<string> lines, int holders)
    {
        var body = new StringBuilder()
            .Append("Căn cứ ").Append(regulation).Append(";\n")
            .Append("Xét hồ sơ đề nghị và kết quả thẩm định.\n")
            .Append("QUYẾT ĐỊNH:\n")
            .Append("Điều 1. Trao quyền sử dụng nhãn hiệu chứng nhận “").Append(mark.Name).Append('”');
        if (grant.Batch is { } batch)
        {
            body.Append(", ").Append(batch).Append(',');
        }

        body.Append(CultureInfo.InvariantCulture, $" cho {holders:00} đơn vị với {lines.Count:00} sản phẩm sau đây:\n");
        foreach (var line in lines)
        {
            body.Append("- ").Append(line).Append(";\n");
        }

        return body
            .Append("Điều 2. Đơn vị có tên tại Điều 1 được sử dụng nhãn hiệu đúng sản phẩm, đúng thời hạn và theo quy chế sử dụng nhãn hiệu; chịu sự kiểm tra của chủ sở hữu nhãn hiệu.\n")
            .Append("Điều 3. Đơn vị có tên tại Điều 1 và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.\n")
            .ToString();
    }

    private static string Line(MarkGrant right, string holder)
    {
        var line = new StringBuilder(holder).Append(": ").Append(right.Product);
        if (right.CertificateNumber is { } number)
        {
            line.Append(", giấy chứng nhận số ").Append(number);
        }

        if (right.GivenOn.IsKnown)
        {
            line.Append(", từ ").Append(right.GivenOn.ToString());
        }

        return right.ExpiresOn is { } last ? line.Append(" đến hết ngày ").Append(VietnamTime.Written(last)).ToString() : line.ToString();
    }
}

/// <summary>The decision on one thing that was done with a right and has no paper yet: suspended, taken up again, revoked, handed back, renewed.</summary>
internal sealed class GrantActTemplate(GrantDesk desk, RegulationCitations regulations, RevocationBans bans, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "marks.grant-act";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Decision;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person is null || await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(g => g.Acts.Any(a => a.Id == recordId && a.PaperId == null), cancellationToken) is not { } grant)
        {
            return null;
        }

        var mark = await desk.MarkAsync(grant.MarkId, cancellationToken);
        if (!desk.Person.MayKeep(mark.OwnerId))
        {
            return null;
        }

        var act = grant.Acts.First(a => a.Id == recordId);
        var holder = (await desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId].Name;
        var why = grant.Steps.FirstOrDefault(step => step.Id == act.Id)?.Why ?? "";
        var word = WordOf(act.Action);
        return new PaperText(
            $"Về việc {word} quyền sử dụng nhãn hiệu chứng nhận “{mark.Name}”",
            new StringBuilder()
                .Append("Căn cứ ").Append(await regulations.OfAsync(mark, desk.Today, cancellationToken)).Append(";\n")
                .Append("Xét: ").Append(string.Join(' ', why.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.')).Append(".\n")
                .Append("QUYẾT ĐỊNH:\n")
                .Append("Điều 1. ").Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1).Append(" quyền sử dụng nhãn hiệu chứng nhận “").Append(mark.Name).Append("” của ").Append(holder).Append(" cho sản phẩm ").Append(grant.Product)
                .Append(" kể từ ngày ").Append(VietnamTime.Written((act.Action == GrantAction.Renew ? grant.TermOf(act).From : null) ?? act.On)).Append(Until(act, grant, act.Action == GrantAction.Revoke && await bans.CoversAllAsync(mark.Id, act.On, cancellationToken))).Append(".\n")
                .Append("Điều 2. ").Append(holder).Append(" và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.\n")
                .ToString(),
            holder);
    }

    private static string WordOf(GrantAction action) => action switch
    {
        GrantAction.Suspend => "tạm dừng",
        GrantAction.Resume => "cho sử dụng lại",
        GrantAction.Revoke => "thu hồi",
        GrantAction.HandBack => "ghi nhận việc trả lại",
        _ => "gia hạn",
    };

    private static string Until(GrantAct act, MarkGrant grant, bool bansAll) => act switch
    {
        { Action: GrantAction.Suspend, Until: { } remedy } => $"; hạn khắc phục là ngày {VietnamTime.Written(remedy)}",
        { Action: GrantAction.Revoke, Until: { } ban } => $"; đơn vị chưa được trao lại quyền cho {(bansAll ? "mọi sản phẩm" : "sản phẩm này")} đến hết ngày {VietnamTime.Written(ban)}",
        { Action: GrantAction.Renew } when grant.TermOf(act).To is { } last => $" đến hết ngày {VietnamTime.Written(last)}",
        _ => "",
    };
}
