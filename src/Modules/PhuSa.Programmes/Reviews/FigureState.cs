using PhuSa.Platform.Figures;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;

namespace PhuSa.Programmes.Reviews;

/// <summary>A figure as it was read at one moment: its rule, its value and every record behind it. This is what a freezing keeps.</summary>
internal sealed record FigureState
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Definition { get; init; }

    public required string Unit { get; init; }

    public required int RuleVersion { get; init; }

    /// <summary>Null when unknown.</summary>
    public required long? Value { get; init; }

    public long? Target { get; init; }

    public bool Approximate { get; init; }

    public FigureOrigin Origin { get; init; }

    public string? Missing { get; init; }

    public string? Note { get; init; }

    /// <summary>The year a plan's figure is read for; null where the review's own period was asked.</summary>
    public int? PlanYear { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    public int Withheld => Evidence.Count(e => !e.IsPublic);

    public string Number => FigureWords.Number(Value, Unit, Approximate);

    public string Text => FigureWords.WithUnit(Value, Unit, Approximate);

    public static async Task<FigureState> ReadAsync(IFigure figure, FigureRequest request, CancellationToken cancellationToken)
    {
        var reading = await figure.ReadAsync(request, cancellationToken);
        var definition = figure.Definition;
        return new FigureState
        {
            Code = definition.Code,
            Name = definition.Name,
            Definition = definition.Definition,
            Unit = definition.Unit,
            RuleVersion = definition.Version,
            Value = reading.Value,
            Target = reading.Target,
            Approximate = reading.Approximate,
            Origin = reading.Origin,
            Missing = reading.Missing,
            Note = reading.Note,
            PlanYear = (figure as PlanItemFigure)?.Year,
            Evidence = reading.Evidence,
        };
    }

    /// <summary>A figure whose rule is no longer there: its number is not known, which is not zero.</summary>
    public static FigureState Gone(string code) => new()
    {
        Code = code,
        Name = code,
        Definition = "Không còn quy tắc đếm nào mang mã này.",
        Unit = "",
        RuleVersion = 0,
        Value = null,
        Missing = "Không còn quy tắc đếm nào mang mã này.",
        Evidence = [],
    };
}

/// <summary>A figure in a review: as it is now, and as it was frozen.</summary>
internal sealed record ReviewFigure(FigureState Now, FigureState? Frozen)
{
    /// <summary>What the text says.</summary>
    public FigureState Printed => Frozen ?? Now;

    public string Code => Printed.Code;

    public bool HasDrifted => Frozen is not null
        && (Frozen.Value != Now.Value || Frozen.Target != Now.Target || Frozen.Approximate != Now.Approximate || Came.Count > 0 || Went.Count > 0);

    /// <summary>Records that stand behind the figure now and did not when it was frozen.</summary>
    public IReadOnlyList<Evidence> Came => Frozen is null ? [] : Beyond(Now, Frozen);

    public IReadOnlyList<Evidence> Went => Frozen is null ? [] : Beyond(Frozen, Now);

    /// <summary>“số liệu hiện nay: 7 (chốt: 6)”.</summary>
    public (string Now, string Frozen) Compared => (FigureWords.Compared(Now.Value), FigureWords.Compared(Frozen?.Value));

    /// <summary>The line under the number: computed, hand, about, unknown or drifted.</summary>
    public string Kind => this switch
    {
        { HasDrifted: true } => "drifted",
        { Printed.Value: null } => "unknown",
        { Printed.Approximate: true } => "about",
        { Printed.Origin: FigureOrigin.Manual } => "hand",
        _ => "computed",
    };

    public FigureLink Link(string url, TokenForm form = TokenForm.Whole)
    {
        var printed = Printed;
        if (form == TokenForm.Target)
        {
            return new FigureLink(Code, printed.Name, printed.Target is null ? "unknown" : "hand", FigureWords.Number(printed.Target, printed.Unit, approximate: false), printed.Target is null ? "" : printed.Unit, url, Now: null);
        }

        var unit = form == TokenForm.Whole && printed.Value is not null ? printed.Unit : "";
        return new FigureLink(Code, printed.Name, Kind, printed.Number, unit, url, HasDrifted ? Now.Number : null);
    }

    private static List<Evidence> Beyond(FigureState one, FigureState other)
    {
        var known = other.Evidence.Select(e => (e.Kind, e.RecordId)).ToHashSet();
        return [.. one.Evidence.Where(e => !known.Contains((e.Kind, e.RecordId)))];
    }
}
