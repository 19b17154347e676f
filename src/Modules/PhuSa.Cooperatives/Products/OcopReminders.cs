using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Products;

/// <summary>
/// Each morning: who keeps products, until the letter to the owner is sent, and the owner's people, are told of a certificate 90, 60 and 30 days before its
/// end, once each. After days without a run the nearest of the three is told alone.
/// </summary>
internal sealed class OcopReminders(AppDbContext db, OcopBook book, INotices notices, Acting acting) : IScheduledJob
{
    public const string JobCode = "ocop.reminders";

    public string Code => JobCode;

    public string Name => "Nhắc chứng nhận OCOP sắp hết hạn";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(6, 20));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"));
        var today = book.Today;
        var ending = await book.EndingAsync(cancellationToken);
        foreach (var line in ending)
        {
            var certificate = line.Standing.Certificate!;
            var last = certificate.ExpiresOn!.Value;
            var stage = OcopTerm.ReminderDays.Last(days => today.AddDays(days) >= last);
            var key = $"{JobCode}:{certificate.EvaluationId:N}:{stage}";
            string[] told = [line.Name, VietnamTime.Written(last)];
            if (certificate.LetterSentOn is null)
            {
                await notices.TellHoldersAsync(
                    RegistryRights.Keep,
                    organisationId: null,
                    new Notice("Chứng nhận OCOP của “{0}” hết hạn sau ngày {1}. Gửi công văn cho chủ thể trước hạn ít nhất 30 ngày.", told, OcopDesk.Of(line.Code), Key: key),
                    cancellationToken);
            }

            await notices.TellHoldersAsync(
                OcopRights.Own,
                line.Owner.Id,
                new Notice("Chứng nhận OCOP của “{0}” hết hạn sau ngày {1}. Lập hồ sơ đánh giá lại trước ngày đó.", told, line.Url, Key: key),
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ending.Count == 0 ? null : new JobOutcome("{0} sản phẩm OCOP có chứng nhận sắp hết hạn.", ending.Count);
    }
}

/// <summary>Who is told of the certificates of their own organisation.</summary>
internal static class OcopRights
{
    public static Right Own { get; } = new("ocop.own", "Được nhắc khi chứng nhận OCOP của đơn vị mình sắp hết hạn", Role.CooperativeDirector, Role.Partner);
}

/// <summary>Letters that are to go out, and evaluations that wait for what a council or a decision says.</summary>
internal sealed class OcopWork(AppDbContext db, OcopBook book, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(RegistryRights.Keep) || !await db.Set<OcopEvaluation>().AnyAsync(cancellationToken))
        {
            return [];
        }

        return [.. Letters(await book.EndingAsync(cancellationToken)), .. await WaitingAsync(cancellationToken)];
    }

    private IEnumerable<WorkItem> Letters(IReadOnlyList<OcopLine> ending) => ending
        .Where(line => line.Standing is { State: OcopState.Soon, Certificate.LetterSentOn: null })
        .Select(line => (Line: line, Last: line.Standing.Certificate!.ExpiresOn!.Value))
        .OrderBy(due => due.Last)
        .Select(due => new WorkItem(
            due.Line.Name,
            text["Chứng nhận OCOP hết hạn sau ngày {0}, chưa gửi công văn cho chủ thể", VietnamTime.Written(due.Last)],
            "Gửi công văn",
            OcopDesk.Of(due.Line.Code),
            VietnamTime.Begin(due.Last.AddDays(-OcopTerm.SoonDays)),
            OcopTerm.LetterBy(due.Last)));

    private async Task<IEnumerable<WorkItem>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<OcopEvaluation>().AsNoTracking().AsSplitQuery()
            .Where(e => e.Status == OcopEvaluationStatus.Sent || e.Status == OcopEvaluationStatus.Evaluated)
            .OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var named = (await book.OfAsync([.. waiting.Select(e => e.ProductId)], cancellationToken)).ToDictionary(line => line.Id);
        return waiting.Where(e => named.ContainsKey(e.ProductId)).Select(e => new WorkItem(
            named[e.ProductId].Name,
            e.Status == OcopEvaluationStatus.Sent ? text["Hồ sơ OCOP đã gửi, chờ kết quả đánh giá"] : text["Sản phẩm OCOP đã đánh giá, chờ quyết định"],
            "Ghi kết quả",
            OcopDesk.Of(named[e.ProductId].Code),
            e.Steps.Max(step => step.At),
            Due: null));
    }
}

/// <summary>The letter that tells an owner of the end of a certificate and of what the file for evaluating again holds.</summary>
internal sealed class OcopLetterTemplate(AppDbContext db, IOrganisations organisations, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "ocop.letter";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Letter;

    /// <param name="recordId">The evaluation that certified.</param>
    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person?.May(RegistryRights.Keep) != true
            || await db.Set<OcopEvaluation>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(e => e.Id == recordId && e.Status == OcopEvaluationStatus.Certified, cancellationToken) is not { ExpiresOn: { } last } evaluation)
        {
            return null;
        }

        var product = await db.Set<OcopProduct>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.Id == evaluation.ProductId, cancellationToken);
        var owner = (await organisations.OfAsync([product.OwnerId], cancellationToken))[product.OwnerId];
        var decision = evaluation.DecisionNumber is { } number ? $" theo Quyết định số {number} ngày {VietnamTime.Written(evaluation.DecidedOn!.Value)}" : "";
        var papers = string.Concat((OcopRules.On(last)?.RenewalPapers ?? []).Select(paper => $"- {paper};\n"));
        var body = $"Kính gửi: {owner.Name}\n"
            + $"Sản phẩm “{product.Name}” được chứng nhận {evaluation.Stars} sao{decision}. Chứng nhận có giá trị {OcopTerm.Months} tháng, đến hết ngày {VietnamTime.Written(last)}.\n"
            + "Để tiếp tục được chứng nhận, đề nghị chủ thể lập hồ sơ đánh giá, phân hạng lại trước ngày hết hạn, gồm:\n"
            + papers
            + "Sau ngày hết hạn, nếu không đánh giá lại, sản phẩm không được dùng chứng nhận này trên nhãn, bao bì và quảng cáo.\n";
        return new PaperText($"Về việc đánh giá, phân hạng lại sản phẩm OCOP “{product.Name}”", body, $"{owner.Name}\nLưu: VT");
    }
}
