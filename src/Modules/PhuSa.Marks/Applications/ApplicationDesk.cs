using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Applications;

/// <summary>Where applications for rights to certification marks are drafted, submitted and decided: by the applicant's own people and in the office.</summary>
internal sealed class ApplicationDesk(GrantDesk desk, RegulationBook regulations, RevocationBans bans, INotices notices)
{
    public const string Address = "/quan-tri/nhan-hieu/don";

    /// <summary>Where an organisation's own people have their rights and applications.</summary>
    public const string Own = $"{PersonalPlaces.MyCooperative}/nhan-hieu";

    /// <summary>Drafts and open applications of one organisation at a time: no program fills the office's queue.</summary>
    public const int MostOpen = 30;

    private const int Attempts = 8;

    public GrantDesk Grants => desk;

    public AppDbContext Db => desk.Db;

    public static string Of(Guid id) => $"{Address}/{id}";

    public static string OwnOf(Guid id) => $"{Own}/{id}";

    public async Task<MarkApplication?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<MarkApplication>().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);

    /// <returns>The application where it is of the organisation that the person acts for.</returns>
    public async Task<MarkApplication?> FindOwnAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } application && application.ApplicantId == desk.Person.OrganisationId ? application : null;

    /// <returns>The application where the person records on its mark.</returns>
    public async Task<MarkApplication?> FindKeptAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } application && desk.Person.MayKeep((await desk.MarkAsync(application.MarkId, cancellationToken)).OwnerId) ? application : null;

    public Task<OrganisationRow> ApplicantAsync(MarkApplication application, CancellationToken cancellationToken) => desk.Organisations.Rows.SingleAsync(o => o.Id == application.ApplicantId, cancellationToken);

    /// <returns>All marks that can be applied for, in Vietnamese order.</returns>
    public async Task<IReadOnlyList<CertificationMark>> MarksAsync(CancellationToken cancellationToken) =>
        [.. (await Db.Set<CertificationMark>().AsNoTracking().ToListAsync(cancellationToken)).OrderBy(mark => mark.Name, VietnameseOrder.Instance).ThenBy(mark => mark.Id)];

    /// <returns>The version by which it is judged, or would be today.</returns>
    public async Task<MarkRegulation?> RegulationAsync(MarkApplication application, CancellationToken cancellationToken) =>
        application.SubmittedOn is null ? await regulations.OnAsync(application.MarkId, desk.Today, cancellationToken) : await regulations.FindAsync(application.RegulationId, cancellationToken);

    /// <summary>What stands in the way of an application for this; null where nothing does.</summary>
    public async Task<NotGiven?> ObstacleAsync(Guid markId, Guid applicantId, string product, Guid? but, CancellationToken cancellationToken)
    {
        var key = SearchText.Fold(product);
        var open = MarkApplicationFlow.Open.ToList();
        if (await Db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(a => a.Id != but && a.MarkId == markId && a.ApplicantId == applicantId && a.ProductKey == key && open.Contains(a.Status), cancellationToken) is { } same)
        {
            return new NotGiven("Input.Product", "Đã có đơn cho cùng nhãn hiệu và sản phẩm này ({0}). Mở đơn đó để làm tiếp.", same.Code ?? same.Product);
        }

        var grants = await Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.MarkId == markId && g.HolderId == applicantId && g.ProductKey == key).ToListAsync(cancellationToken);
        var standing = grants.Find(g => GrantFlow.Table[g.Status].Counts);
        if (standing is { Status: GrantStatus.Suspended })
        {
            return new NotGiven("Input.Product", "Quyền cho sản phẩm này đang tạm dừng. Khắc phục điều đã được nêu, được dùng lại rồi mới xin gia hạn được.");
        }

        if (standing is not null && !standing.MayBeRenewed(desk.Today))
        {
            return new NotGiven("Input.Product", "Đơn vị đã có quyền cho sản phẩm này, không cần xin lại. Xin gia hạn được từ {0} ngày trước khi hết hạn.", GrantStanding.SoonDays);
        }

        return standing is null && await bans.UntilAsync(markId, applicantId, key, desk.Today, cancellationToken) is { } ban
            ? new NotGiven("Input.Product", "Đơn vị có quyền bị thu hồi với nhãn hiệu này, theo quy chế chưa xin quyền cho sản phẩm này được đến hết ngày {0:dd/MM/yyyy}.", ban)
            : null;
    }

    /// <returns>Null where it is on record now; a form sent twice drafts once, and what was typed after going back to it is not dropped in silence.</returns>
    public async Task<NotGiven?> DraftAsync(MarkApplication application, CancellationToken cancellationToken)
    {
        if (await KeptAsync(application.Id, cancellationToken) is { } kept)
        {
            return Again(kept, application);
        }

        var open = MarkApplicationFlow.Open.ToList();
        if (await Db.Set<MarkApplication>().CountAsync(a => a.ApplicantId == application.ApplicantId && open.Contains(a.Status), cancellationToken) >= MostOpen)
        {
            throw new RefusedException("Đang có {0} đơn chưa xong. Nộp, rút bớt hoặc đợi kết quả rồi làm đơn mới.", MostOpen);
        }

        if (await ObstacleAsync(application.MarkId, application.ApplicantId, application.Product, application.Id, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        Db.Add(application);
        try
        {
            await Db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException failure) when (failure.IsTwice())
        {
            Db.ChangeTracker.Clear();
            return await KeptAsync(application.Id, cancellationToken) is { } twice ? Again(twice, application)
                : await ObstacleAsync(application.MarkId, application.ApplicantId, application.Product, application.Id, cancellationToken) ?? new NotGiven("", "Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
        }
    }

    private Task<MarkApplication?> KeptAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);

    private static NotGiven? Again(MarkApplication kept, MarkApplication sent)
    {
        string?[] now = [sent.Product, sent.ProductGroup, sent.Workshop, sent.Place, sent.Output?.ToString(CultureInfo.InvariantCulture), sent.OutputUnit, sent.Process, sent.Safety];
        string?[] then = [kept.Product, kept.ProductGroup, kept.Workshop, kept.Place, kept.Output?.ToString(CultureInfo.InvariantCulture), kept.OutputUnit, kept.Process, kept.Safety];
        return (kept.MarkId, kept.ApplicantId) == (sent.MarkId, sent.ApplicantId) && now.Zip(then).All(pair => pair.First is null || pair.First == pair.Second)
            ? null
            : new NotGiven("Input.Product", "Đơn này đã được lưu trước đó nên điều vừa sửa ở đây chưa được ghi. Mở đơn đã lưu trong danh sách đơn để sửa tiếp.");
    }

    /// <summary>Submits it with the next number of the year; of two submissions at the same moment each gets a number of its own.</summary>
    /// <exception cref="RefusedException">Something is missing, or it was submitted already.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public async Task SubmitAsync(MarkApplication application, MoveNews news, CancellationToken cancellationToken)
    {
        var id = application.Id;
        var version = application.Version;
        for (var attempt = 1; ; attempt++)
        {
            var regulation = await regulations.OnAsync(application.MarkId, news.On, cancellationToken);
            application.Submit(await NextCodeAsync(news.On.Year, cancellationToken), regulation?.Id, news, desk.By, desk.Now);
            await TellOfficeAsync(application, "Đơn {0} xin dùng nhãn hiệu cho “{1}” vừa được nộp.", cancellationToken);
            try
            {
                await Db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException failure) when (failure.IsTwice() && attempt < Attempts)
            {
                // Somebody took the number at the same moment.
                Db.ChangeTracker.Clear();
                application = await FindAsync(id, cancellationToken) is { } again && again.Version == version ? again : throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
            }
        }
    }

    /// <summary>Tells whoever records on the mark; the sentence has places for the number and the product.</summary>
    public async Task TellOfficeAsync(MarkApplication application, string sentence, CancellationToken cancellationToken)
    {
        var mark = await desk.MarkAsync(application.MarkId, cancellationToken);
        await notices.TellHoldersAsync(
            mark.OwnerId is null ? HouseRights.DepartmentWork : MarkRights.Keep, mark.OwnerId, new Notice(sentence, [application.Code!, application.Product], Of(application.Id)), cancellationToken);
    }

    /// <summary>Tells the applicant's own people; the sentence has places for the number and the product.</summary>
    public Task TellApplicantAsync(MarkApplication application, string sentence, CancellationToken cancellationToken) =>
        notices.TellHoldersAsync(MarkRights.Own, application.ApplicantId, new Notice(sentence, [application.Code!, application.Product], OwnOf(application.Id), Urgency.Urgent), cancellationToken);

    private async Task<string> NextCodeAsync(int year, CancellationToken cancellationToken)
    {
        var start = $"NH-{year}-";
        var last = await Db.Set<MarkApplication>().Where(a => a.Code != null && a.Code.StartsWith(start)).Select(a => a.Code!).ToListAsync(cancellationToken);
        var number = last.Select(code => int.TryParse(code.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var taken) ? taken : 0).DefaultIfEmpty().Max() + 1;
        return $"{start}{number:000}";
    }
}
