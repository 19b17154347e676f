using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Alliance.Memberships;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>A member as the list has it, on the day asked for.</summary>
internal sealed record MemberLine(OrganisationRow Organisation, Standing Standing, string? ClassCode, string StateWord)
{
    /// <summary>“Thành viên từ …”; null where that day is not known, or it was none by then.</summary>
    public string? Since { get; init; }

    /// <summary>Where it is, if it is in the register of cooperatives.</summary>
    public CooperativePlace Place { get; init; } = new(null, null);

    public PlaceShown Shown { get; init; } = PlaceShown.Unknown;

    public bool HasNoPlace => Place is { Words: null, PlaceId: null };
}

/// <summary>One choice of a filter with the number of lines that it would show beside the other filters.</summary>
internal sealed record MemberChoice(string Word, string Name, int Count, bool IsChosen, string Query);

/// <summary>What the list of members shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record MemberFilter(string? Words, string? Class, string? State, string? Kind, DateOnly? AsOf)
{
    public const string WordsKey = "q";
    public const string ClassKey = "loai";
    public const string StateKey = "tinh-trang";
    public const string KindKey = "loai-hinh";
    public const string DayKey = "ngay";
    public const string PlaceKey = "noi";
    public const int LongestWords = 100;

    /// <summary>Every member: who is suspended is one still.</summary>
    public const string Any = "dang-la";

    /// <summary>Where nobody can say whether it was a member on that day.</summary>
    public const string Unknown = "chua-ro";

    /// <summary>Admitted only later.</summary>
    public const string NotYet = "chua-ket-nap";

    public static IReadOnlyDictionary<string, MembershipState> States { get; } = new Dictionary<string, MembershipState>(StringComparer.Ordinal)
    {
        ["thanh-vien"] = MembershipState.Member,
        ["tam-dung"] = MembershipState.Suspended,
        ["da-ra"] = MembershipState.Withdrawn,
        ["khai-tru"] = MembershipState.Excluded,
    };

    /// <summary>Looked for in the places of members that are in the register of cooperatives, old and new names.</summary>
    public string? Place { get; init; }

    public Borders Borders { get; init; } = Borders.None;

    public bool IsAny => this with { Borders = Borders with { OfToday = false } } != new MemberFilter(null, null, null, null, null);

    public string Query
    {
        get
        {
            IEnumerable<(string Key, string? Value)> chosen = [(WordsKey, Words), (PlaceKey, Place), (ClassKey, Class), (StateKey, State), (KindKey, Kind), (DayKey, AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
            var parts = chosen
                .Concat(Borders.Parts).Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static MemberFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        Text(query, ClassKey),
        Text(query, StateKey) is { } state && (States.ContainsKey(state) || state is Any or Unknown or NotYet) ? state : null,
        Text(query, KindKey) is { } kind && OrganisationKinds.All.Any(known => OrganisationKinds.InAddress(known) == kind) ? kind : null,
        DateOnly.TryParseExact(query[DayKey].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null)
    {
        Place = Text(query, PlaceKey) is { } place && SearchText.Fold(place).Length > 0 ? place : null,
        Borders = Borders.Of(query),
    };

    /// <summary>The same filter for one unit; null for all.</summary>
    public MemberFilter In(string? unit) => this with { Borders = Borders with { Unit = unit } };

    public static MemberLine LineOf(MemberFile file, DateOnly day)
    {
        var standing = file.History.On(day);
        var word = standing.State is { } state ? States.First(known => known.Value == state).Key : standing.IsUnknown ? Unknown : NotYet;
        var last = standing.Term ?? (standing.State is null ? null : file.History.Terms.LastOrDefault(term => term.To < day));
        return new MemberLine(file.Organisation, standing, last?.ClassCode, word) { Since = file.History.Since(last) };
    }

    /// <summary>The word of a state as people read it; a key of the English table.</summary>
    public static string WordOf(string state) => state switch
    {
        Any => "Đang là thành viên, kể cả đang tạm dừng",
        Unknown => "Chưa rõ",
        NotYet => "Chưa được kết nạp",
        _ => MembershipFlow.Table[States[state]].PublicName,
    };

    public static string ToneOf(string state) => States.TryGetValue(state, out var known) ? MembershipFlow.Table[known].Tone : "unknown";

    public IEnumerable<MemberLine> Among(IEnumerable<MemberLine> lines)
    {
        var words = Words is null ? null : SearchText.Fold(Words);
        return lines
            .Where(line => Class is null || line.ClassCode == Class)
            .Where(line => State is null || line.StateWord == State || (State == Any && line.Standing.IsMember))
            .Where(line => Kind is null || OrganisationKinds.InAddress(line.Organisation.Kind) == Kind)
            .Where(line => words is null || line.Organisation.Code == Words || (words.Length > 0 && $" {line.Organisation.SearchText}".Contains($" {words}", StringComparison.Ordinal)));
    }

    public IReadOnlyList<MemberChoice> ByClass(IReadOnlyList<MemberLine> lines, ClassBook classes) =>
        Choices(lines, Class, this with { Class = null }, classes.All.Select(c => (c.Code, c.Name)), line => line.ClassCode, word => this with { Class = word });

    public IReadOnlyList<MemberChoice> ByState(IReadOnlyList<MemberLine> lines) =>
    [
        new(Any, WordOf(Any), (this with { State = Any }).Among(lines).Count(), State == Any, (this with { State = Any }).Query),
        .. Choices(lines, State, this with { State = null }, States.Keys.Append(Unknown).Append(NotYet).Select(word => (word, WordOf(word))), line => line.StateWord, word => this with { State = word }),
    ];

    public IReadOnlyList<MemberChoice> ByKind(IReadOnlyList<MemberLine> lines) =>
        Choices(lines, Kind, this with { Kind = null }, OrganisationKinds.All.Select(kind => (OrganisationKinds.InAddress(kind), OrganisationKinds.Word(kind))), line => OrganisationKinds.InAddress(line.Organisation.Kind), word => this with { Kind = word });

    private static List<MemberChoice> Choices(IReadOnlyList<MemberLine> lines, string? chosen, MemberFilter others, IEnumerable<(string Word, string Name)> all, Func<MemberLine, string?> value, Func<string, MemberFilter> with)
    {
        var counts = others.Among(lines).Select(value).OfType<string>().CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. all.Select(choice => new MemberChoice(choice.Word, choice.Name, counts.GetValueOrDefault(choice.Word), choice.Word == chosen, with(choice.Word).Query))];
    }

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
