using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>Reads the register for programs, within what is public.</summary>
internal sealed class OpenRegister(AppDbContext db, CooperativeQueries cooperatives, IOrganisations organisations, IPlaces places, KnownWords known, IConfiguration configuration)
{
    /// <summary>A licence is the publishing body's to give: until it is set (<c>OpenData:Licence</c>), none is said.</summary>
    public OpenLicence? Licence => configuration["OpenData:Licence:Name"] is { Length: > 0 } name ? new OpenLicence(name, configuration["OpenData:Licence:Url"]) : null;

    /// <param name="site">Absolute address of the site that answers.</param>
    /// <param name="take">Null for all.</param>
    public async Task<(int Total, IReadOnlyList<OpenCooperative> Items)> PageAsync(DirectoryFilter filter, OpenKinds kinds, int skip, int? take, string site, CancellationToken cancellationToken)
    {
        var (total, ids) = await cooperatives.IdsAsync(filter, kinds.Kinds, skip, take, cancellationToken);
        return (total, await OfAsync(ids, site, cancellationToken));
    }

    /// <returns>Null where the register has no such code.</returns>
    public async Task<OpenCooperative?> FindAsync(string code, string site, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Cooperative>().Where(c => c.Code == code).Select(c => c.Id).ToListAsync(cancellationToken);
        return (await OfAsync(ids, site, cancellationToken)).SingleOrDefault();
    }

    /// <returns>In the order of the ids.</returns>
    private async Task<IReadOnlyList<OpenCooperative>> OfAsync(IReadOnlyList<Guid> ids, string site, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        var shown = (await cooperatives.ShownAsync(ids, cancellationToken)).ToDictionary(c => c.Id);
        var agreed = await db.Set<Cooperative>().AsNoTracking().Where(c => EF.Parameter(wanted).Contains(c.Id))
            .Select(c => new Agreed(c.Id, c.Code, c.PublicItems, c.Founded, c.Status, c.Sector, c.Field, c.Size, c.SizeYear))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        var ratings = await RatingsAsync([.. agreed.Values.Where(c => c.Shows(PublicItem.Rating)).Select(c => c.Id)], cancellationToken);
        var contacts = await db.Set<CooperativeContact>().AsNoTracking().Where(c => EF.Parameter(wanted).Contains(c.Id))
            .Select(c => new Contact(c.Id, c.Website, c.Latitude, c.Longitude))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        var names = await organisations.OfAsync(ids, cancellationToken);
        var former = await organisations.FormerNamesOfAsync(ids, cancellationToken);
        var units = await places.OfAsync(shown.Values.Select(c => c.PlaceId).OfType<Guid>(), cancellationToken);
        var words = (await known.AllAsync(cancellationToken)).Of;
        return [.. ids.Where(shown.ContainsKey).Select(id => Told(
            shown[id], agreed[id], ratings.GetValueOrDefault(id), contacts.GetValueOrDefault(id), names[id], [.. former[id]], shown[id].PlaceId is { } place ? units.GetValueOrDefault(place) : null, [.. words[id]], site))];
    }

    /// <summary>Of the latest year, as the page of the cooperative has it: where that one lacks data, an earlier one is not put in its place.</summary>
    private async Task<IReadOnlyDictionary<Guid, Rated>> RatingsAsync(Guid[] ids, CancellationToken cancellationToken) => ids.Length == 0 ? new Dictionary<Guid, Rated>() : (await db.Set<YearReport>().AsNoTracking()
        .Where(r => r.Class != null && EF.Parameter(ids).Contains(r.CooperativeId))
        .Select(r => new Rated(r.CooperativeId, r.Year, r.Class!.Value))
        .ToListAsync(cancellationToken))
        .GroupBy(r => r.Id).Select(all => all.MaxBy(r => r.Year)!).Where(latest => latest.Class != RatingClass.NotEnoughData).ToDictionary(latest => latest.Id);

    private static OpenCooperative Told(PublicCooperative shown, Agreed agreed, Rated? rated, Contact? contact, OrganisationFact named, IReadOnlyList<string> former, PlaceFact? unit, IReadOnlyList<KnownAs> words, string site)
    {
        var size = agreed.Shows(PublicItem.SizeClass) && agreed.Size is not (SizeClass.NotEnoughData or SizeClass.NoRule);
        var point = agreed.Shows(PublicItem.MapPoint) ? contact : null;
        return new OpenCooperative(
            agreed.Code,
            Word(shown.Kind),
            named.Name,
            named.ShortName == named.Name ? null : named.ShortName,
            former,
            $"{site}/hop-tac-xa/{shown.Slug}",
            shown.PlaceText,
            unit is null ? null : new OpenUnit(unit.Code, unit.Name, unit.ValidFrom),
            shown.Source,
            Named(words, KnownKind.Mark),
            Named(words, KnownKind.Product),
            shown.RegistrationNumber.Value,
            agreed.Shows(PublicItem.Founded) ? Iso(agreed.Founded) : null,
            agreed.Shows(PublicItem.Status) && agreed.Status != CooperativeStatus.Unknown ? Word(agreed.Status) : null,
            agreed.Shows(PublicItem.Sector) && agreed.Sector is { } sector ? Word(sector) : null,
            agreed.Shows(PublicItem.Field) ? agreed.Field : null,
            size ? Word(agreed.Size) : null,
            size ? agreed.SizeYear : null,
            rated is null ? null : Word(rated.Class),
            rated?.Year,
            agreed.Shows(PublicItem.Website) ? contact?.Website : null,
            point?.Latitude,
            point?.Longitude);
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<KnownAs> words, KnownKind kind) =>
        [.. words.Where(word => word.Kind == kind).Select(word => word.Words).Distinct(StringComparer.Ordinal).Order(VietnameseOrder.Instance)];

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>As exactly as known (ISO 8601); a stage as its first and last year.</summary>
    private static string? Iso(RecordTime time) => time.Precision switch
    {
        Precision.Day => Written(time, "yyyy-MM-dd"),
        Precision.Month => Written(time, "yyyy-MM"),
        Precision.Year => Written(time, "yyyy"),
        Precision.Stage => $"{time.From!.Value.Year}/{time.To!.Value.Year}",
        _ => null,
    };

    private static string Written(RecordTime time, string format) => time.From!.Value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Agreed(
        Guid Id, string Code, IReadOnlyList<string> Items, RecordTime Founded, CooperativeStatus Status, CooperativeSector? Sector, string? Field, SizeClass Size, int? SizeYear)
    {
        public bool Shows(PublicItem item) => Items.Contains(item.ToString());
    }

    private sealed record Rated(Guid Id, int Year, RatingClass Class);

    private sealed record Contact(Guid Id, string? Website, decimal? Latitude, decimal? Longitude);
}
