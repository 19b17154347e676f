using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>A version of the regulation on the use of a mark: a new one, or one that is put right.</summary>
internal sealed class RegulationModel(MarkDesk desk, Texts text) : EditingPage<RegulationInput>(desk.Grants.Db, text), IPicksPaper
{
    private MarkRegulation? _version;
    private PaperFact? _kept;
    private PaperFact? _paper;

    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>Its id, or the word of a new one.</summary>
    [FromRoute]
    public string Version { get; set; } = "";

    /// <summary>Of a new one: made with the form, so that a form sent twice enters one version.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public CertificationMark Mark { get; private set; } = null!;

    public bool IsNew => Version == MarkDesk.New;

    public string Address => $"{MarkRights.Marks}/{Mark.Slug}";

    protected override string Home => Address;

    private DbSet<MarkRegulation> All => desk.Grants.Db.Set<MarkRegulation>();

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Slug, cancellationToken) is not { } mark || (!IsNew && !Guid.TryParse(Version, out _)))
        {
            return false;
        }

        Mark = mark;
        NewId = NewId == Guid.Empty ? Guid.CreateVersion7(new DateTimeOffset(desk.Grants.Now)) : NewId;
        _version = IsNew ? null : await All.SingleOrDefaultAsync(r => r.Id == Guid.Parse(Version) && r.MarkId == mark.Id, cancellationToken);
        _kept = _version?.PaperId is { } paper ? (await desk.Grants.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        return IsNew || _version is not null;
    }

    protected override RegulationInput Stored() => _version is not { } known ? new RegulationInput() : new RegulationInput
    {
        ValidFrom = known.ValidFrom,
        Conditions = known.Conditions,
        Characteristics = known.Characteristics,
        Control = known.Control,
        Cost = known.Cost,
        Zone = known.Zone,
        ProductGroups = known.ProductGroups,
        AppraisalDays = known.AppraisalDays,
        SupplementDays = known.SupplementDays,
        IssueDays = known.IssueDays,
        ValidMonths = known.ValidMonths,
        BanMonths = known.BanMonths,
        BanCovers = known.BanCovers,
        Number = _kept?.Number,
        Paper = _kept?.Id,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(RegulationInput input) => input.Told();

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken);
        if (picked.Paper is null && _kept is { } kept && VietnameseText.OnOneLine(Input.Number) == kept.Number)
        {
            picked = new PickedPaper(kept, []);
        }

        picked.Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        var own = _version?.Id ?? NewId;
        if (Input.ValidFrom is { } day && await All.AnyAsync(r => r.MarkId == Mark.Id && r.ValidFrom == day && r.Id != own, cancellationToken))
        {
            Wrong("Input.ValidFrom", "Đã có quy chế có hiệu lực từ ngày này. Sửa bản đó, hoặc ghi ngày khác.");
        }
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var version = _version;
        if (version is null)
        {
            if (await All.AnyAsync(r => r.Id == NewId, cancellationToken))
            {
                return;
            }

            version = new MarkRegulation(NewId, Mark.Id);
            desk.Grants.Db.Add(version);
        }

        version.Write(Input.ValidFrom!.Value, _paper?.Id, Input.Texts, Input.Rules);
    }
}
