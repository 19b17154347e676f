using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Registry;

/// <summary>One line of a public profile beyond name and place: shown because the cooperative agreed to it. Null is not known.</summary>
internal sealed record ProfileLine(string Label, string? Value)
{
    /// <summary>What a press on it does: a call, a letter, the cooperative's own site. Null where it is only read.</summary>
    public string? Address { get; init; }
}

/// <summary>Its products, and what a cooperative agreed to have shown, read from its file. What it did not agree to is not even read.</summary>
internal sealed class PublicProfile(AppDbContext db, TimeProvider clock, Texts text)
{
    public async Task<IReadOnlyList<ProfileLine>> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var agreed = await db.Set<Cooperative>().AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.PublicItems, c.Status, c.Sector, c.Field, c.Products, c.Size, c.SizeYear }).SingleAsync(cancellationToken);
        bool Shows(PublicItem item) => agreed.PublicItems.Contains(item.ToString());
        var lines = new List<ProfileLine>();
        if (ProductList.Written(agreed.Products) is { } products)
        {
            // Name, place and product are public (the register is found by them); nothing else without consent.
            lines.Add(new(text["Sản phẩm"], products));
        }

        if (Shows(PublicItem.Status))
        {
            lines.Add(new(text["Tình trạng"], agreed.Status == CooperativeStatus.Unknown ? null : RegistryWords.Of(agreed.Status)));
        }

        if (Shows(PublicItem.Sector))
        {
            lines.Add(new(text["Lĩnh vực"], agreed.Sector is { } sector ? RegistryWords.Of(sector) : null));
        }

        if (Shows(PublicItem.Field))
        {
            lines.Add(new(text["Ngành nghề"], agreed.Field));
        }

        if (Shows(PublicItem.SizeClass))
        {
            lines.Add(agreed.Size is SizeClass.NotEnoughData or SizeClass.NoRule || agreed.SizeYear is not { } year
                ? new(text["Quy mô"], Value: null)
                : new(text["Quy mô theo số liệu năm {0}", year], RegistryWords.Of(agreed.Size)));
        }

        if (Shows(PublicItem.Rating))
        {
            lines.Add(await RatingAsync(id, cancellationToken));
        }

        lines.AddRange(await FiguresAsync(id, Shows, cancellationToken));
        lines.AddRange(await ContactAsync(id, Shows, cancellationToken));
        lines.AddRange(await HoldersAsync(id, Shows, cancellationToken));
        return lines;
    }

    private async Task<ProfileLine> RatingAsync(Guid id, CancellationToken cancellationToken)
    {
        var latest = await db.Set<YearReport>().AsNoTracking().Where(r => r.CooperativeId == id && r.Class != null).OrderByDescending(r => r.Year).Select(r => new { r.Year, r.Class }).FirstOrDefaultAsync(cancellationToken);
        return latest is null ? new(text["Xếp loại hằng năm"], Value: null) : new(text["Xếp loại năm {0}", latest.Year], RatingWords.Of(latest.Class!.Value));
    }

    /// <returns>Its address, where it agreed to have it shown and any of it is known.</returns>
    public async Task<string?> AddressAsync(Guid id, CancellationToken cancellationToken)
    {
        const string agreed = nameof(PublicItem.Address);
        var parts = await db.Set<Cooperative>().Where(c => c.Id == id && c.PublicItems.Contains(agreed))
            .Select(c => new { Street = db.Set<CooperativeContact>().Where(contact => contact.Id == c.Id).Select(contact => contact.Street).FirstOrDefault(), c.PlaceText })
            .SingleOrDefaultAsync(cancellationToken);
        return CooperativeQueries.Address(parts?.Street, parts?.PlaceText);
    }

    /// <summary>Of the latest year that says it, with that year: a figure without its day is none.</summary>
    private async Task<IReadOnlyList<ProfileLine>> FiguresAsync(Guid id, Func<PublicItem, bool> shows, CancellationToken cancellationToken)
    {
        if (!shows(PublicItem.Members) && !shows(PublicItem.Capital) && !shows(PublicItem.Revenue))
        {
            return [];
        }

        var years = await db.Set<CooperativeYear>().AsNoTracking().Where(y => y.CooperativeId == id).OrderByDescending(y => y.Year).ToListAsync(cancellationToken);
        var lines = new List<ProfileLine>();
        if (shows(PublicItem.Members))
        {
            lines.Add(Latest(years, year => year.OfficialMembers, "Thành viên chính thức", "Thành viên chính thức, năm {0}", Dong.Figures));
        }

        if (shows(PublicItem.Capital))
        {
            lines.Add(Latest(years, year => year.Capital, "Tổng vốn", "Tổng vốn, năm {0}", Dong.WithUnit));
        }

        if (shows(PublicItem.Revenue))
        {
            lines.Add(Latest(years, year => year.Revenue, "Doanh thu", "Doanh thu, năm {0}", Dong.WithUnit));
        }

        return lines;
    }

    private ProfileLine Latest(List<CooperativeYear> years, Func<CooperativeYear, long?> value, string label, string labelOfYear, Func<long, string> words) =>
        years.Find(year => value(year) is not null) is { } latest
            ? new(text[labelOfYear, latest.Year], words(value(latest)!.Value))
            : new(text[label], Value: null);

    private async Task<IReadOnlyList<ProfileLine>> ContactAsync(Guid id, Func<PublicItem, bool> shows, CancellationToken cancellationToken)
    {
        var contact = await db.Set<CooperativeContact>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        var lines = new List<ProfileLine>();
        if (shows(PublicItem.Address))
        {
            lines.Add(new(text["Địa chỉ"], await AddressAsync(id, cancellationToken)));
        }

        if (shows(PublicItem.MapPoint))
        {
            lines.Add(new(text["Vị trí trên bản đồ"], contact is { Latitude: { } north, Longitude: { } east } ? text["vĩ độ {0:0.######}, kinh độ {1:0.######}", north, east] : null));
        }

        if (shows(PublicItem.Phone))
        {
            lines.Add(new(text["Điện thoại"], contact?.Phone) { Address = contact?.Phone is { } phone ? $"tel:{string.Concat(phone.Where(character => char.IsAsciiDigit(character) || character == '+'))}" : null });
        }

        if (shows(PublicItem.Email))
        {
            lines.Add(new(text["Thư điện tử"], contact?.Email) { Address = contact?.Email is { } box ? $"mailto:{Uri.EscapeDataString(box).Replace("%40", "@", StringComparison.Ordinal)}" : null });
        }

        if (shows(PublicItem.Website))
        {
            lines.Add(new(text["Trang web"], contact?.Website) { Address = Uri.TryCreate(contact?.Website, UriKind.Absolute, out var site) && site.Scheme is "https" or "http" ? contact!.Website : null });
        }

        return lines;
    }

    private async Task<IReadOnlyList<ProfileLine>> HoldersAsync(Guid id, Func<PublicItem, bool> shows, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var lines = new List<ProfileLine>();
        if (shows(PublicItem.Director))
        {
            var heads = await db.Set<BoardMember>().AsNoTracking().Where(m => m.CooperativeId == id && (m.Role == BoardRole.Chair || m.Role == BoardRole.Director)).ToListAsync(cancellationToken);
            var names = heads.Where(member => member.Serves(today)).OrderBy(member => member.Role).ThenBy(member => member.Name, VietnameseOrder.Instance).Select(member => member.Name).Distinct();
            lines.Add(new(text["Người đứng đầu"], string.Join("; ", names) is { Length: > 0 } serving ? serving : null));
        }

        if (shows(PublicItem.Certificates))
        {
            var held = await db.Set<HeldCertificate>().AsNoTracking().Where(c => c.CooperativeId == id && (c.IssuedOn == null || c.IssuedOn <= today) && (c.ExpiresOn == null || c.ExpiresOn >= today)).ToListAsync(cancellationToken);
            var names = held.OrderBy(certificate => certificate.Name, VietnameseOrder.Instance).Select(certificate => certificate.Name).Distinct();
            lines.Add(new(text["Chứng nhận"], string.Join("; ", names) is { Length: > 0 } valid ? valid : null));
        }

        return lines;
    }
}
