using System.Globalization;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>Who takes a table in, when (UTC) and on which day, and from which file.</summary>
internal sealed record IntakeHand(Actor By, DateTime Now, DateOnly Today, string Source, SizeScale Scale);

/// <summary>A value of a row that is not taken in.</summary>
/// <param name="Sentence">Vietnamese, a key of the module's English table.</param>
internal sealed record LeftOut(IntakeTarget Target, string Sentence, IReadOnlyList<string> Args);

/// <summary>
/// A cooperative's file on its way through a row: the same rules change it in the dry run, where nobody saves it, and in the run. An empty cell
/// changes nothing.
/// </summary>
internal sealed class IntakeFile
{
    private readonly string? _shortName;
    private readonly List<LeftOut> _leftOut = [];

    public IntakeFile(OrganisationRow organisation, Cooperative cooperative, CooperativeContact? contact, IEnumerable<CooperativeYear> years, IEnumerable<BoardMember> board)
    {
        (Cooperative, Contact, Years, Board) = (cooperative, contact, [.. years], [.. board]);
        (Kind, Name) = (organisation.Kind, organisation.Name);
        ShortName = _shortName = organisation.ShortName == organisation.Name ? null : organisation.ShortName;
    }

    /// <summary>One that is about to be registered.</summary>
    public IntakeFile(OrganisationKind kind, string name, Cooperative cooperative)
    {
        (Kind, Name, Cooperative, IsNew) = (kind, name, cooperative, true);
    }

    public bool IsNew { get; }

    public OrganisationKind Kind { get; }

    public string Name { get; private set; }

    public string? ShortName { get; private set; }

    public Cooperative Cooperative { get; }

    /// <summary>The unit that its place points at, for a file whose place may change; null where it points at none.</summary>
    public PlaceFact? Unit { get; set; }

    public CooperativeContact? Contact { get; private set; }

    public List<CooperativeYear> Years { get; } = [];

    public List<BoardMember> Board { get; } = [];

    /// <summary>Records that a row added to the file.</summary>
    public List<object> Added { get; } = [];

    /// <summary>What a row says that has its own page: the rest of the row is taken all the same.</summary>
    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    public bool IsRenamed { get; private set; }

    /// <summary>Where the new name is from; null where the name stays.</summary>
    public string? NameSource { get; private set; }

    /// <summary>Another name that a row has for it, which changes nothing: what a desk calls it is no rename.</summary>
    public string? OtherName { get; private set; }

    /// <summary>Something that the size class comes of has changed.</summary>
    public bool TouchesSize { get; private set; }

    /// <exception cref="RefusedException">The file's own rules say no. Nothing is changed then.</exception>
    public void Take(RowValues row, IntakeLayout layout, IntakeHand hand)
    {
        if (row.Value<OrganisationKind>(IntakeTarget.Kind) is { } kind && kind != Kind)
        {
            throw new RefusedException("Loại hình không đổi được bằng nhập dữ liệu; hồ sơ đang ghi loại khác.");
        }

        Director.Check(row, hand.Today);
        var year = YearOf(row, layout);
        TakeStatus(row, hand);
        _leftOut.AddRange(new[] { Director.Take(row, hand, Added) }.OfType<LeftOut>());
        TakeNames(row, layout, hand.Source);
        TakeRegistration(row);
        TakePlace(row);
        TakeContact(row);
        TakeFigures(row, year, hand.Source);
        if (TouchesSize)
        {
            Cooperative.Classify(Years, hand.Today, hand.Scale);
        }
    }

    /// <summary>What the file says under a target, in words; null where it says nothing.</summary>
    public string? Words(IntakeTarget target, int? year, DateOnly today, Func<Guid, string?> unit) => target switch
    {
        IntakeTarget.Name => Name,
        IntakeTarget.ShortName => ShortName,
        IntakeTarget.Number => Cooperative.RegistrationNumber,
        IntakeTarget.FormerNumbers => Cooperative.FormerNumbers.Count == 0 ? null : string.Join("; ", Cooperative.FormerNumbers),
        IntakeTarget.Founded => BaseModel.Typed(Cooperative.Founded),
        IntakeTarget.Body => Cooperative.RegistrationBody,
        IntakeTarget.Sector => Cooperative.Sector is { } sector ? RegistryWords.Of(sector) : null,
        IntakeTarget.Field => Cooperative.Field,
        IntakeTarget.Products => ProductList.Written(Cooperative.Products),
        IntakeTarget.Place => Cooperative.PlaceText,
        IntakeTarget.PlaceCode => Cooperative.PlaceId is { } id ? unit(id) : null,
        IntakeTarget.Source => Cooperative.Source,
        IntakeTarget.Status => Cooperative.Status == CooperativeStatus.Unknown ? null : RegistryWords.Of(Cooperative.Status),
        IntakeTarget.StatusOn => Cooperative.StatusOn is { } day ? VietnamTime.Written(day) : null,
        IntakeTarget.Street => Contact?.Street,
        IntakeTarget.Person => Contact?.Person,
        IntakeTarget.Phone => Contact?.Phone,
        IntakeTarget.Email => Contact?.Email,
        IntakeTarget.Website => Contact?.Website,
        IntakeTarget.MapPoint => Contact is { Latitude: { } north, Longitude: { } east } ? new Coordinates(north, east).ToString() : null,
        IntakeTarget.Director => Director.Of(today)?.Name,
        IntakeTarget.DirectorPhone => Director.Of(today)?.Phone,
        IntakeTarget.OfficialMembers => Figure(YearWith(year)?.OfficialMembers),
        IntakeTarget.CapitalLinkedMembers => Figure(YearWith(year)?.CapitalLinkedMembers),
        IntakeTarget.LinkedMembers => Figure(YearWith(year)?.LinkedMembers),
        IntakeTarget.Capital => Figure(YearWith(year)?.Capital),
        IntakeTarget.Revenue => Figure(YearWith(year)?.Revenue),
        IntakeTarget.Employees => Figure(YearWith(year)?.Employees),
        IntakeTarget.Assets => Figure(YearWith(year)?.Assets),
        IntakeTarget.Investment => Figure(YearWith(year)?.Investment),
        _ => null,
    };

    /// <summary>Whether a row that is still to be taken tells another place and no unit with it, so that the unit on record goes.</summary>
    public bool LosesUnit(RowValues row) => Cooperative.PlaceId is not null && PlaceAfter(row).Unit is null;

    /// <summary>What a row that is still to be taken may change: what it says, and what goes along with another number or place.</summary>
    public IEnumerable<IntakeTarget> TouchedBy(RowValues row)
    {
        var targets = row.Targets.ToList();
        if (row.Has(IntakeTarget.Number) && SameNumbers.Digits(row.Text(IntakeTarget.Number)) != SameNumbers.Digits(Cooperative.RegistrationNumber))
        {
            targets.Add(IntakeTarget.FormerNumbers);
        }

        var (words, unit) = PlaceAfter(row);
        if (unit != Cooperative.PlaceId)
        {
            targets.Add(IntakeTarget.PlaceCode);
        }

        if (Cooperative.IsAnotherPlace(Cooperative.PlaceText, Cooperative.PlaceId, words, unit))
        {
            targets.Add(IntakeTarget.Source);
        }

        return targets.Distinct().Order();
    }

    private IntakeDirector Director => new(Cooperative, Board);

    public static int? YearIn(RowValues row, IntakeLayout layout) => row.Value<int>(IntakeTarget.Year) ?? layout.Year;

    private static int? YearOf(RowValues row, IntakeLayout layout)
    {
        var figures = row.Targets.Any(IntakeTargetFacts.Figures.Contains);
        return !figures ? null : YearIn(row, layout) ?? throw new RefusedException("Số thành viên, lao động và tiền phải có năm: chọn năm của số liệu hoặc một cột năm.");
    }

    private static string? Figure(long? value) => value is { } known ? Dong.Figures(known) : null;

    private CooperativeYear? YearWith(int? year) => Years.Find(known => known.Year == year);

    private void TakeStatus(RowValues row, IntakeHand hand)
    {
        var on = row.Value<DateOnly>(IntakeTarget.StatusOn);
        var told = row.Value<CooperativeStatus>(IntakeTarget.Status) ?? (on is null ? null : Cooperative.Status);
        if (told is not { } status || (status == Cooperative.Status && (on is null || on == Cooperative.StatusOn)))
        {
            return;
        }

        if (status == CooperativeStatus.Unknown)
        {
            throw new RefusedException("Có ngày của tình trạng nhưng không có tình trạng.");
        }

        if (status == Cooperative.Status && Cooperative.StatusOn is { } known)
        {
            _leftOut.Add(new(IntakeTarget.StatusOn, Cooperative.DayKnown, [VietnamTime.Written(known)]));
            return;
        }

        var action = CooperativeFlow.Table.Between(Cooperative.Status, status)
            ?? throw new RefusedException("Không chuyển được từ “{0}” sang “{1}”.", RegistryWords.Of(Cooperative.Status), RegistryWords.Of(status));
        if (row.Of<RecordTime>(IntakeTarget.Founded) is { From: { } founded } && on < founded)
        {
            throw new RefusedException("Ngày thay đổi tình trạng không thể trước ngày thành lập.");
        }

        Cooperative.Change(action, new StatusNews(on, hand.Source, Why: null, []), hand.Today, hand.By, hand.Now);
    }

    private void TakeNames(RowValues row, IntakeLayout layout, string source)
    {
        if (row.Name is { } name && name != Name)
        {
            if (layout.Names == TableNames.ToTheLetter || (layout.Names == TableNames.Official && !IsOneName(name, Name)))
            {
                (Name, IsRenamed, NameSource) = (name, !IsNew, source);
            }
            else if (!IsOneName(name, Name) && !IsOneName(name, _shortName ?? ""))
            {
                OtherName = name;
            }
        }

        if (row.Over(IntakeTarget.ShortName, _shortName) is var shortName && shortName != _shortName && shortName != Name)
        {
            (ShortName, IsRenamed) = (shortName, !IsNew);
        }
    }

    /// <summary>HTX NN, capitals, marks left out: desks write one name in many ways, and none of them is a new one.</summary>
    private static bool IsOneName(string name, string other) => Duplicates.Core(name) == Duplicates.Core(other);

    private void TakeRegistration(RowValues row)
    {
        var number = row.Over(IntakeTarget.Number, Cooperative.RegistrationNumber);
        var sector = row.Over(IntakeTarget.Sector, Cooperative.Sector);
        TouchesSize |= sector != Cooperative.Sector;
        Cooperative.Register(new Registration(
            Cooperative.DisplayName,
            number,
            [.. Cooperative.FormerNumbers.Concat(row.Of<List<string>>(IntakeTarget.FormerNumbers) ?? []).Where(former => former != number).Distinct(StringComparer.Ordinal).Take(Cooperative.MostFormerNumbers)],
            row.Has(IntakeTarget.Founded) ? row.Of<RecordTime>(IntakeTarget.Founded) ?? RecordTime.Unknown : Cooperative.Founded,
            row.Over(IntakeTarget.Body, Cooperative.RegistrationBody),
            sector,
            row.Over(IntakeTarget.Field, Cooperative.Field),
            row.Over(IntakeTarget.Source, Cooperative.Source)));
        if (row.Has(IntakeTarget.Products))
        {
            Cooperative.Make(row.Of<IReadOnlyList<string>>(IntakeTarget.Products) ?? []);
        }
    }

    private void TakePlace(RowValues row)
    {
        if (row.Has(IntakeTarget.Place) || row.Has(IntakeTarget.PlaceCode))
        {
            var (words, unit) = PlaceAfter(row);
            Cooperative.Settle(words, unit, row.Text(IntakeTarget.Source));
        }
    }

    private (string? Words, Guid? Unit) PlaceAfter(RowValues row)
    {
        var words = row.Over(IntakeTarget.Place, Cooperative.PlaceText);
        return (words, row.Of<PlaceFact>(IntakeTarget.PlaceCode)?.Id ?? (StillMeansUnit(words) ? Cooperative.PlaceId : null));
    }

    /// <summary>
    /// Other words keep the unit on record where they name it and what they say after its name stands in its full name: a commune of the same name in
    /// another district is another one. Under any other words it would count the cooperative where it is no more.
    /// </summary>
    private bool StillMeansUnit(string? words)
    {
        if (words == Cooperative.PlaceText || SearchText.Fold(words ?? "") == Cooperative.PlaceSearchText)
        {
            return true;
        }

        if (words is null || Unit is null)
        {
            return false;
        }

        var (said, name) = ($" {SearchText.Fold(words)} ", $" {SearchText.Fold(Unit.Name)} ");
        var at = said.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && $" {SearchText.Fold(Unit.FullName)} ".Contains(said[(at + name.Length - 1)..], StringComparison.Ordinal);
    }

    private void TakeContact(RowValues row)
    {
        if (!row.Targets.Any(target => target is IntakeTarget.Street or IntakeTarget.Person or IntakeTarget.Phone or IntakeTarget.Email or IntakeTarget.Website or IntakeTarget.MapPoint))
        {
            return;
        }

        if (Contact is null)
        {
            Added.Add(Contact = new CooperativeContact(Cooperative.Id));
        }

        var point = row.Value<Coordinates>(IntakeTarget.MapPoint);
        var points = row.Has(IntakeTarget.MapPoint);
        Contact.Describe(new ContactContent(
            row.Over(IntakeTarget.Person, Contact.Person),
            row.Over(IntakeTarget.Phone, Contact.Phone),
            row.Over(IntakeTarget.Email, Contact.Email),
            row.Over(IntakeTarget.Website, Contact.Website),
            row.Over(IntakeTarget.Street, Contact.Street),
            points ? point?.Latitude : Contact.Latitude,
            points ? point?.Longitude : Contact.Longitude));
    }

    private void TakeFigures(RowValues row, int? year, string source)
    {
        if (year is not { } of)
        {
            return;
        }

        if (YearWith(year) is not { } figures)
        {
            figures = new CooperativeYear(Guid.CreateVersion7(), Cooperative.Id, of);
            Years.Add(figures);
            Added.Add(figures);
        }

        var before = figures.Content;
        var told = new YearContent(
            row.Over(IntakeTarget.OfficialMembers, figures.OfficialMembers),
            row.Over(IntakeTarget.CapitalLinkedMembers, figures.CapitalLinkedMembers),
            row.Over(IntakeTarget.LinkedMembers, figures.LinkedMembers),
            row.Over(IntakeTarget.Capital, figures.Capital),
            row.Over(IntakeTarget.Revenue, figures.Revenue),
            before.Source)
        {
            Employees = row.Over(IntakeTarget.Employees, figures.Employees),
            Assets = row.Over(IntakeTarget.Assets, figures.Assets),
            Investment = row.Over(IntakeTarget.Investment, figures.Investment),
        };
        figures.Describe(told with { Source = told.SourceAfter(before, source) });
        TouchesSize |= (before.OfficialMembers, before.Capital, before.Revenue) != (told.OfficialMembers, told.Capital, told.Revenue);
    }
}
