using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Registry;

/// <summary>What a source says of a cooperative beside its name. Everything that it does not say is null or unknown.</summary>
internal sealed record CooperativeContent
{
    public string? DisplayName { get; init; }

    public string? RegistrationNumber { get; init; }

    public RecordTime Founded { get; init; } = RecordTime.Unknown;

    public string? PlaceText { get; init; }

    public Guid? PlaceId { get; init; }

    public string? Source { get; init; }
}

/// <summary>What an officer keeps of its registration.</summary>
/// <param name="Number">The registration number, which is its tax code (Decree 92/2024).</param>
/// <param name="FormerNumbers">Numbers it had before, the latest first.</param>
/// <param name="Body">Who registered it, as then written: the name of an office that is gone stays readable.</param>
/// <param name="Field">What it does, in finer words than its sector.</param>
internal sealed record Registration(
    string? DisplayName, string? Number, IReadOnlyList<string> FormerNumbers, RecordTime Founded, string? Body, CooperativeSector? Sector, string? Field, string? Source);

/// <summary>
/// What is known of a cooperative, union, group or credit fund beyond what every organisation has; its id is its organisation's. Everything that is not
/// known is null or unknown, never zero.
/// </summary>
internal sealed class Cooperative : Aggregate<CooperativeStatus, CooperativeAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int NameMaxLength = 300;
    public const int ShortNameMaxLength = 120;
    public const int DisplayNameMaxLength = 300;
    public const int RegistrationNumberMaxLength = 40;
    public const int PlaceTextMaxLength = 300;
    public const int SourceMaxLength = 500;
    public const int BodyMaxLength = 300;
    public const int FieldMaxLength = 300;
    public const int MostFormerNumbers = 20;
    public const int MostProducts = 30;
    public const int ProductMaxLength = 120;

    /// <summary>Why a status gets no second day.</summary>
    public const string DayKnown = "Hồ sơ đã ghi tình trạng này từ ngày {0}. Nếu ngày đó nhầm, hãy ghi nhầm trước ở phần Tình trạng, rồi ghi lại.";

    private readonly List<StatusMove> _moves = [];

    private Cooperative()
    {
    }

    public Cooperative(Guid organisationId, string code)
    {
        Id = organisationId;
        Code = code;
    }

    public string Code { get; private set; } = "";

    /// <summary>A corrected title where the recorded name has an evident typo; the name itself is never corrected.</summary>
    public string? DisplayName { get; private set; }

    public string? RegistrationNumber { get; private set; }

    /// <summary>
    /// The digits of the number for as long as this file holds it: two that are given one number at the same moment cannot both. Null for the second of two
    /// files that had it before, and for one that was merged into another.
    /// </summary>
    public string? NumberHeld { get; private set; }

    public IReadOnlyList<string> FormerNumbers { get; private set; } = [];

    public RecordTime Founded { get; private set; } = RecordTime.Unknown;

    public string? RegistrationBody { get; private set; }

    public CooperativeSector? Sector { get; private set; }

    public string? Field { get; private set; }

    /// <summary>What it makes or offers, in its own order; public, for it is found by them.</summary>
    public IReadOnlyList<string> Products { get; private set; } = [];

    /// <summary>The place in the source's own words.</summary>
    public string? PlaceText { get; private set; }

    public string PlaceSearchText { get; private set; } = "";

    /// <summary>The administrative unit that a person pointed at; it is never inferred from a name.</summary>
    public Guid? PlaceId { get; private set; }

    public string? Source { get; private set; }

    /// <summary>Since when it is in its status, as the paper says; null where it does not.</summary>
    public DateOnly? StatusOn { get; private set; }

    /// <summary>Computed from the figures of <see cref="SizeYear"/> by <see cref="SizeRule"/>, never typed.</summary>
    public SizeClass Size { get; private set; }

    public string? SizeRule { get; private set; }

    public int? SizeYear { get; private set; }

    /// <summary>Names of <see cref="PublicItem"/>: what it agreed to have shown.</summary>
    public IReadOnlyList<string> PublicItems { get; private set; } = [];

    public DateOnly? ConsentOn { get; private set; }

    /// <summary>By which paper or message it agreed, or took its consent back.</summary>
    public string? ConsentSource { get; private set; }

    /// <summary>The file that this one turned out to be a second of; then it is in no list and its code answers with that one.</summary>
    public Guid? MergedIntoId { get; private set; }

    public IReadOnlyList<StatusMove> Moves => _moves;

    public string JournalTitle => Code;

    /// <summary>Its page itself, what stands there, and what it agreed to have there. Its status is no word of these: that it was dissolved is told at any time.</summary>
    public IEnumerable<(string Of, string Words)> Said() => MergedIntoId is not null ? [] :
    [
        (nameof(Id), $"{Id}"),
        .. SaidWords.Of(
            (nameof(DisplayName), DisplayName),
            (nameof(Source), Source),
            (nameof(PlaceText), Source is not null || Shows(PublicItem.Address) ? PlaceText : null),
            (nameof(RegistrationNumber), Shows(PublicItem.RegistrationNumber) ? RegistrationNumber : null),
            (nameof(Founded), Shows(PublicItem.Founded) ? Founded : null),
            (nameof(Field), Shows(PublicItem.Field) ? Field : null)),
        .. Products.Select(product => (nameof(Products), product)),
        .. PublicItems.Select(item => (nameof(PublicItems), item)),
    ];

    protected override Flow<CooperativeStatus, CooperativeAction> Table => CooperativeFlow.Table;

    /// <summary>A file that was written before the register gave it its code.</summary>
    /// <exception cref="InvalidOperationException">It has one, and that is for life.</exception>
    public void ListAs(string code) => Code = Code.Length == 0 ? code : throw new InvalidOperationException($"The file is listed as {Code} already.");

    public void Describe(CooperativeContent content)
    {
        DisplayName = content.DisplayName;
        KeepFormer(FormersAfter(content.RegistrationNumber, FormerNumbers));
        Take(content.RegistrationNumber);
        Settle(content.PlaceText, content.PlaceId, content.Source);
        Source = content.Source;
        FoundedOn(content.Founded);
    }

    /// <summary>A number that another one takes the place of stays among the former ones: the cooperative is found by it for ever.</summary>
    public void Register(Registration registration) =>
        RegisterExactly(registration with { FormerNumbers = FormersAfter(registration.Number, registration.FormerNumbers) });

    /// <summary>Where the former numbers are whole already: a merge has joined them, or its undoing brings those from before it.</summary>
    public void RegisterExactly(Registration registration)
    {
        DisplayName = registration.DisplayName;
        Take(registration.Number);
        RegistrationBody = registration.Body;
        Sector = registration.Sector;
        Field = registration.Field;
        Source = registration.Source;
        FoundedOn(registration.Founded);
        KeepFormer(registration.FormerNumbers);
    }

    /// <summary>Another place than the one that the source on record names is not public: it has to be told with a source that names it.</summary>
    /// <param name="words">As the source writes it.</param>
    /// <param name="placeId">The unit in that version, where a person pointed at one.</param>
    /// <param name="source">The published source that names this place; null where none was told with it.</param>
    public void Settle(string? words, Guid? placeId, string? source)
    {
        if (source is not null || IsAnotherPlace(PlaceText, PlaceId, words, placeId))
        {
            Source = source;
        }

        PlaceText = words;
        PlaceSearchText = PhuSa.Vietnamese.SearchText.Fold(words ?? "");
        PlaceId = placeId;
    }

    public void Agree(IReadOnlyList<PublicItem> items, DateOnly? on, string? source)
    {
        var names = items.Distinct().Order().Select(item => item.ToString()).ToList();
        if (!PublicItems.SequenceEqual(names, StringComparer.Ordinal))
        {
            PublicItems = names;
        }

        (ConsentOn, ConsentSource) = (on, source);
    }

    /// <summary>It agreed to these too, by another paper than before.</summary>
    public void AgreeAlso(IReadOnlyList<PublicItem> items, DateOnly on, string source)
    {
        if (ConsentOn > on)
        {
            throw new RefusedException("Hợp tác xã này đã có ý kiến khác ngày {0}, sau ngày của nguồn này; hãy ghi ở hồ sơ riêng.", PhuSa.Platform.VietnamTime.Written(ConsentOn.Value));
        }

        Agree([.. Enum.GetValues<PublicItem>().Where(item => Shows(item) || items.Contains(item))], on, source);
    }

    /// <summary>Where the day is that of the later word, its paper is named too, as far as there is room.</summary>
    public static string SourceOfBoth(string source, string? later) => later is null || later == source ? source
        : later.StartsWith($"{source}; ", StringComparison.Ordinal) ? later
        : source.Length + later.Length + 2 <= SourceMaxLength ? $"{source}; {later}" : source;

    /// <summary>What it does, in the law's four groups and in finer words.</summary>
    public void Sort(CooperativeSector? sector, string? field) => (Sector, Field) = (sector, field);

    public void Make(IReadOnlyList<string> products)
    {
        if (!Products.SequenceEqual(products, StringComparer.Ordinal))
        {
            Products = [.. products];
        }
    }

    public bool Shows(PublicItem item) => PublicItems.Contains(item.ToString());

    /// <param name="today">The Vietnamese day: a move that is still to come is not recorded.</param>
    public void Change(CooperativeAction action, StatusNews news, DateOnly today, Actor by, DateTime now)
    {
        Check(action, news, today);
        Move(action, by, now, news.Why);
        _moves.Add(new StatusMove(Steps[^1].Id, Status, action == CooperativeAction.TellDay ? news with { Into = [.. LastMove?.IntoIds ?? []] } : news, now));
        StatusOn = action == CooperativeAction.Correct ? null : news.On;
    }

    public void MergeInto(Guid kept) => (MergedIntoId, NumberHeld) = (kept, null);

    /// <param name="holdsNumber">No other file holds its number by now.</param>
    public void Separate(bool holdsNumber) => (MergedIntoId, NumberHeld) = (null, holdsNumber ? SameNumbers.Digits(RegistrationNumber) : null);

    /// <summary>Computes the size class anew from the latest year that is over and says anything of it.</summary>
    /// <param name="today">The Vietnamese day.</param>
    public void Classify(IEnumerable<CooperativeYear> years, DateOnly today, SizeScale scale)
    {
        var (verdict, year) = scale.Latest(Sector, years, today);
        (Size, SizeRule, SizeYear) = (verdict.Class, verdict.Rule, year);
    }

    /// <summary>Whether a source that names the first place does not name the second. To point at the unit that its words mean is to say the same place.</summary>
    public static bool IsAnotherPlace(string? words, Guid? placeId, string? newWords, Guid? newPlaceId) =>
        !AreSameWords(words, newWords) || (newPlaceId is not null && newPlaceId != placeId && (placeId is not null || words is null));

    /// <summary>Capitals, blanks and where the tone stands (Hoà, Hòa) make no other place.</summary>
    private static bool AreSameWords(string? one, string? other) =>
        one == other || (one is not null && other is not null && PhuSa.Vietnamese.SearchText.Key(one) == PhuSa.Vietnamese.SearchText.Key(other));

    private void KeepFormer(IReadOnlyList<string> numbers)
    {
        if (!FormerNumbers.SequenceEqual(numbers, StringComparer.Ordinal))
        {
            FormerNumbers = [.. numbers];
        }
    }

    private StatusMove? LastMove => _moves.MaxBy(move => move.Id);

    private IReadOnlyList<string> FormersAfter(string? number, IReadOnlyList<string> told) =>
        SameNumbers.Digits(RegistrationNumber) == SameNumbers.Digits(number)
            ? told
            : [.. told.Prepend(RegistrationNumber).OfType<string>().Where(former => SameNumbers.Digits(former) != SameNumbers.Digits(number)).DistinctBy(SameNumbers.Digits).Take(MostFormerNumbers)];

    private void Take(string? number)
    {
        if (SameNumbers.Digits(number) is var digits && digits != SameNumbers.Digits(RegistrationNumber))
        {
            NumberHeld = MergedIntoId is null ? digits : null;
        }

        RegistrationNumber = number;
    }

    private void FoundedOn(RecordTime founded)
    {
        if (Founded != founded)
        {
            Founded = founded;
        }
    }

    private void CheckDay(DateOnly? on)
    {
        if (StatusOn is { } known)
        {
            throw new RefusedException(DayKnown, PhuSa.Platform.VietnamTime.Written(known));
        }

        if (on is null)
        {
            throw new RefusedException("Nhập ngày của tình trạng, như giấy tờ ghi.");
        }

        if (StatusStretches.Valid(_moves).Max(move => move.On) is { } before && on < before)
        {
            throw new RefusedException("Ngày này trước ngày {0} của tình trạng trước đó. Nếu ngày đó nhầm, hãy ghi nhầm trước.", PhuSa.Platform.VietnamTime.Written(before));
        }
    }

    private void Check(CooperativeAction action, StatusNews news, DateOnly today)
    {
        if (news.On > today)
        {
            throw new RefusedException("Ngày thay đổi tình trạng không thể sau hôm nay.");
        }

        if (Founded.From is { } founded && news.On < founded)
        {
            throw new RefusedException("Ngày thay đổi tình trạng không thể trước ngày thành lập.");
        }

        if (action == CooperativeAction.TellDay)
        {
            CheckDay(news.On);
        }

        if (action != CooperativeAction.Correct && news.On < StatusOn)
        {
            throw new RefusedException("Tình trạng đang ghi có hiệu lực sau ngày này. Nếu tình trạng đang ghi là nhầm, hãy ghi nhầm trước.");
        }

        var takesOver = action is CooperativeAction.MergeInto or CooperativeAction.SplitInto;
        if (news.Into.Contains(Id))
        {
            throw new RefusedException("Hợp tác xã không thể sáp nhập hay chia vào chính nó.");
        }

        if ((takesOver && news.Into.Count == 0) || (action == CooperativeAction.MergeInto && news.Into.Count > 1))
        {
            throw new RefusedException("Sáp nhập phải ghi đúng một nơi nhận; chia phải ghi ít nhất một nơi được lập.");
        }

        if (!takesOver && news.Into.Count > 0)
        {
            throw new RefusedException("Chỉ ghi nơi nhận khi sáp nhập hoặc chia.");
        }
    }
}
