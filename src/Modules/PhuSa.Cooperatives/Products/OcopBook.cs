using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Products;

/// <summary>A product as lists have it.</summary>
internal sealed record OcopLine
{
    public const string List = "/san-pham";

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string NameOrder { get; init; }

    public required string SearchText { get; init; }

    public required OrganisationRow Owner { get; init; }

    public OcopGroup? Group { get; init; }

    public string? SubGroup { get; init; }

    public string? PlaceText { get; init; }

    public string PlaceSearchText { get; init; } = "";

    public Guid? PlaceId { get; init; }

    /// <summary>In the source's words where it has some, else the unit's name; null where neither is known.</summary>
    public string? Place { get; init; }

    public string? Source { get; init; }

    /// <summary>A source names the place, or the decision that certified does. One that only its owner told, perhaps a home, stays in the office.</summary>
    public bool NamesPlace => Source is not null || Certificates.Any(c => c.DecisionId is not null || c.DecisionNumber is not null);

    /// <summary>The place as readers see it.</summary>
    public string? PublicPlace => NamesPlace ? Place : null;

    public IReadOnlyList<OcopCertificate> Certificates { get; init; } = [];

    /// <summary>How far the evaluation that runs has got; null where none does.</summary>
    public OcopEvaluationStatus? Running { get; init; }

    public OcopStanding Standing { get; init; } = OcopStanding.On(default, []);

    /// <summary>Those of the certificate by which it stands, also once that has ended: what it was, never what it is.</summary>
    public int? Stars => Standing.Certificate?.Stars;

    /// <summary>What is being prepared is nobody's business yet.</summary>
    public bool IsPublic => Certificates.Count > 0;

    public string Url => AddressOf(Code);

    public static string AddressOf(string code) => $"{List}/{code}";
}

/// <summary>A page of a list of products.</summary>
/// <param name="Count">How many the whole list has.</param>
/// <param name="Kinds">What the list's words and place alone leave, those alike counted as one: of these its counts are made.</param>
internal sealed record OcopFound(int Count, IReadOnlyList<OcopLine> Lines, IReadOnlyList<(OcopRow Row, int Count)> Kinds);

/// <summary>Products with their certificates, in Vietnamese order of their names. Every count is made of the same lines as the list it opens.</summary>
internal sealed class OcopBook(AppDbContext db, IOrganisations organisations, IPlaces places, PlaceUnits units, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <summary>What certified, also once it was revoked.</summary>
    public IQueryable<OcopEvaluation> Certified => db.Set<OcopEvaluation>().AsNoTracking().Where(e => e.Status == OcopEvaluationStatus.Certified || e.Status == OcopEvaluationStatus.Revoked);

    /// <summary>How many products stand in each state on a day.</summary>
    /// <param name="ownerId">Only those of this organisation; null for all.</param>
    public async Task<IReadOnlyDictionary<OcopState, int>> CountedAsync(DateOnly day, Guid? ownerId, CancellationToken cancellationToken) =>
        await OcopRows.Of(db, organisations, day).Where(row => ownerId == null || row.OwnerId == ownerId).GroupBy(row => row.State).Select(alike => new { alike.Key, Count = alike.Count() })
            .ToDictionaryAsync(alike => (OcopState)alike.Key, alike => alike.Count, cancellationToken);

    /// <returns>Those that stand in one of these states on a day, as they stood then.</returns>
    public async Task<IReadOnlyList<OcopLine>> StandingAsync(DateOnly day, Guid? ownerId, IReadOnlyCollection<OcopState> states, CancellationToken cancellationToken)
    {
        var asked = states.Select(state => (int)state).ToArray();
        var ids = await OcopRows.Of(db, organisations, day).Where(row => (ownerId == null || row.OwnerId == ownerId) && EF.Parameter(asked).Contains(row.State)).Select(row => row.Id).ToArrayAsync(cancellationToken);
        return await ReadAsync(db.Set<OcopProduct>().Where(p => EF.Parameter(ids).Contains(p.Id)), day, cancellationToken);
    }

    /// <param name="day">On which day they stand as they are told; null for today.</param>
    /// <param name="ownerId">Only those of this organisation; null for all.</param>
    public Task<IReadOnlyList<OcopLine>> AllAsync(DateOnly? day, Guid? ownerId, CancellationToken cancellationToken) =>
        ReadAsync(db.Set<OcopProduct>().Where(p => ownerId == null || p.OwnerId == ownerId), day ?? Today, cancellationToken);

    public async Task<IReadOnlyList<OcopLine>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        return await ReadAsync(db.Set<OcopProduct>().Where(p => EF.Parameter(wanted).Contains(p.Id)), Today, cancellationToken);
    }

    public async Task<OcopLine?> FindAsync(string code, CancellationToken cancellationToken) =>
        !code.Any(char.IsControl) && await ReadAsync(db.Set<OcopProduct>().Where(p => p.Code == code), Today, cancellationToken) is [var line] ? line : null;

    /// <returns>What the files that are being put together still lack, by product.</returns>
    public async Task<ILookup<Guid, string>> LackingAsync(IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken)
    {
        var wanted = productIds.ToArray();
        var files = await db.Set<OcopEvaluation>().AsNoTracking().AsSplitQuery()
            .Where(e => e.Status == OcopEvaluationStatus.Preparing && EF.Parameter(wanted).Contains(e.ProductId)).ToListAsync(cancellationToken);
        return files.SelectMany(e => e.Dossier.Where(item => item.ReceivedOn is null).OrderBy(item => item.Id).Select(item => (e.ProductId, item.Name)))
            .ToLookup(item => item.ProductId, item => item.Name);
    }

    /// <param name="onlyPublic">Only those that were ever certified.</param>
    public async Task<OcopFound> PageAsync(OcopFilter filter, bool onlyPublic, int skip, int take, CancellationToken cancellationToken)
    {
        var found = await FoundAsync(filter, onlyPublic, cancellationToken);
        var chosen = OcopFilter.Facets.Among(filter.Chosen, found);
        var ids = await chosen.InOrder().Select(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);

        // Few combinations occur, so the groups are few and the sums are made of them.
        var kinds = await found.GroupBy(row => new { row.State, row.Group, row.Stars, row.OwnerKind, row.Running })
            .Select(alike => new { alike.Key, Count = alike.Count() }).ToListAsync(cancellationToken);
        return new OcopFound(
            await chosen.CountAsync(cancellationToken),
            await InOrderOfAsync(ids, cancellationToken),
            kinds.ConvertAll(kind => (new OcopRow { State = kind.Key.State, Group = kind.Key.Group, Stars = kind.Key.Stars, OwnerKind = kind.Key.OwnerKind, Running = kind.Key.Running }, kind.Count)));
    }

    public async Task<IReadOnlyList<OcopLine>> ChosenAsync(OcopFilter filter, CancellationToken cancellationToken) =>
        await InOrderOfAsync(await OcopFilter.Facets.Among(filter.Chosen, await FoundAsync(filter, onlyPublic: false, cancellationToken)).InOrder().Select(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <returns>Those whose certificate ends within the time in which people are reminded.</returns>
    public async Task<IReadOnlyList<OcopLine>> EndingAsync(CancellationToken cancellationToken) =>
        await OfAsync(await OcopRows.Of(db, organisations, Today).Where(row => row.State == (int)OcopState.Soon).Select(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<(Guid Id, string Code)>> PublicAsync(CancellationToken cancellationToken) =>
        [.. (await OcopRows.Of(db, organisations, Today).Where(row => row.IsPublic).InOrder().Select(row => new { row.Id, row.Code }).ToListAsync(cancellationToken)).Select(row => (row.Id, row.Code))];

    public Task<bool> AnyPublicAsync(CancellationToken cancellationToken) => OcopRows.Of(db, organisations, Today).AnyAsync(row => row.IsPublic, cancellationToken);

    /// <returns>How many of the list's products belong to each unit, by the borders that the filter asks for, whichever unit it is narrowed to.</returns>
    public async Task<IReadOnlyList<UnitCount>> UnitsAsync(OcopFilter filter, CancellationToken cancellationToken)
    {
        var rows = OcopFilter.Facets.Among(filter.Chosen, await FoundAsync(filter.In(unit: null), onlyPublic: false, cancellationToken));
        var counts = await rows.GroupBy(row => new { row.PlaceId, row.NoPlace }).Select(alike => new { alike.Key, Count = alike.Count() }).ToListAsync(cancellationToken);
        return await units.CountAsync(counts.ConvertAll(alike => new PlacedCount(alike.Key.PlaceId, alike.Key.NoPlace, alike.Count)), filter.Borders.OfToday, cancellationToken);
    }

    /// <returns>How lists show the places of these products, by their ids.</returns>
    public async Task<IReadOnlyDictionary<Guid, PlaceShown>> PlacesAsync(IReadOnlyList<OcopLine> lines, CancellationToken cancellationToken)
    {
        var shown = await units.ShowingAsync(lines.Select(line => line.PlaceId), cancellationToken);
        return lines.ToDictionary(line => line.Id, line => shown(line.PlaceText, line.PlaceId));
    }

    private async Task<IQueryable<OcopRow>> FoundAsync(OcopFilter filter, bool onlyPublic, CancellationToken cancellationToken)
    {
        var rows = OcopRows.Of(db, organisations, Today).Named(db, filter, onlyPublic, await WithinAsync(filter.Words, cancellationToken), await WithinAsync(filter.Place, cancellationToken));
        if (filter.Borders.Unit is { } unit)
        {
            var used = await db.Set<OcopProduct>().Where(p => p.PlaceId != null).Select(p => p.PlaceId!.Value).Distinct().ToListAsync(cancellationToken);
            rows = (await units.ScopeAsync(unit, used, filter.Borders.OfToday, cancellationToken)).Among(rows, row => row.PlaceId, row => row.NoPlace);
        }

        return onlyPublic ? rows.Where(row => row.IsPublic) : rows;
    }

    private async Task<IReadOnlyList<OcopLine>> InOrderOfAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var lines = (await OfAsync(ids, cancellationToken)).ToDictionary(line => line.Id);
        return [.. ids.Where(lines.ContainsKey).Select(id => lines[id])];
    }

    private async Task<Guid[]> WithinAsync(string? words, CancellationToken cancellationToken) =>
        SearchText.Fold(words ?? "") is { Length: > 0 } folded ? [.. await places.WithinAsync(folded, cancellationToken)] : [];

    private async Task<IReadOnlyList<OcopLine>> ReadAsync(IQueryable<OcopProduct> products, DateOnly day, CancellationToken cancellationToken)
    {
        var rows = await products.AsNoTracking()
            .Join(organisations.Rows, p => p.OwnerId, o => o.Id, (p, o) => new
            {
                Owner = o,
                p.Id,
                p.Code,
                p.Name,
                p.NameOrder,
                p.SearchText,
                p.Group,
                p.SubGroup,
                p.PlaceText,
                p.PlaceSearchText,
                p.PlaceId,
                p.Source,
            })
            .ToListAsync(cancellationToken);
        var certificates = (await Certificates(products).ToListAsync(cancellationToken)).ToLookup(c => c.ProductId);
        var running = (await db.Set<OcopEvaluation>()
            .Where(e => e.Status == OcopEvaluationStatus.Preparing || e.Status == OcopEvaluationStatus.Sent || e.Status == OcopEvaluationStatus.Evaluated)
            .Join(products, e => e.ProductId, p => p.Id, (e, _) => new { e.ProductId, e.Status, e.Id })
            .ToListAsync(cancellationToken)).OrderBy(e => e.Id).ToLookup(e => e.ProductId, e => (OcopEvaluationStatus?)e.Status);
        var named = await places.OfAsync(rows.Where(p => p.PlaceText is null).Select(p => p.PlaceId).OfType<Guid>(), cancellationToken);
        return
        [
            .. rows.OrderBy(p => p.NameOrder, StringComparer.Ordinal).ThenBy(p => p.Id).Select(p => new OcopLine
            {
                Id = p.Id,
                Code = p.Code,
                Name = p.Name,
                NameOrder = p.NameOrder,
                SearchText = p.SearchText,
                Owner = p.Owner,
                Group = p.Group,
                SubGroup = p.SubGroup,
                PlaceText = p.PlaceText,
                PlaceSearchText = p.PlaceSearchText,
                PlaceId = p.PlaceId,
                Place = p.PlaceText ?? (p.PlaceId is { } unit ? named.GetValueOrDefault(unit)?.FullName : null),
                Source = p.Source,
                Certificates = [.. certificates[p.Id]],
                Running = running[p.Id].LastOrDefault(),
                Standing = OcopStanding.On(day, certificates[p.Id]),
            }),
        ];
    }

    private IQueryable<OcopCertificate> Certificates(IQueryable<OcopProduct> products) => Certified
        .Join(products, e => e.ProductId, p => p.Id, (e, _) => new OcopCertificate
        {
            EvaluationId = e.Id,
            ProductId = e.ProductId,
            Stars = e.Stars,
            Level = e.Level,
            DecisionId = e.DecisionId,
            DecisionNumber = e.DecisionNumber,
            DecidedOn = e.DecidedOn,
            Number = e.CertificateNumber,
            RevokedOn = e.RevokedOn,
            LetterSentOn = e.LetterSentOn,
        });
}
