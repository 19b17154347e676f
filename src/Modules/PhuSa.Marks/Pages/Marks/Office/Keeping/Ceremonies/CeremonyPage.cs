using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Ceremonies;

/// <summary>What is written of a ceremony: a new one, or one that is put right.</summary>
internal abstract class CeremonyPage(CeremonyDesk desk, Texts text) : EditingPage<CeremonyInput>(desk.Db, text), IPicksPaper
{
    private PaperFact? _kept;
    private PaperFact? _paper;

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public abstract string Address { get; }

    protected CeremonyDesk Desk => desk;

    /// <summary>The ceremony as it is stored; null for a new one.</summary>
    protected HandoverCeremony? Ceremony { get; set; }

    /// <summary>The rights that it names.</summary>
    protected IReadOnlyList<GrantToHand> Handed { get; private set; } = [];

    protected CeremonyContent Said => new(
        VietnameseText.OnOneLine(Input.Name)!, Input.On!.Value, VietnameseText.OnOneLine(Input.Place), VietnameseText.OnOneLine(Input.Organiser), _paper?.Id, VietnameseText.OnOneLine(Input.ArticleUrl), GrantForms.Block(Input.Note));

    protected async Task ReadAsync(CancellationToken cancellationToken)
    {
        _kept = Ceremony?.PaperId is { } paper ? (await desk.Grants.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        Handed = Ceremony is null ? [] : await desk.ToHandAsync([.. Ceremony.Handed.Select(handed => handed.GrantId)], cancellationToken);
    }

    protected override CeremonyInput Stored() => Ceremony is not { } known ? new CeremonyInput() : new CeremonyInput
    {
        Name = known.Name,
        On = known.HeldOn,
        Place = known.Venue,
        Organiser = known.Organiser,
        ArticleUrl = known.ArticleUrl,
        Note = known.Note,
        Number = _kept?.Number,
        Paper = _kept?.Id,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(CeremonyInput input) =>
    [
        ("Tên buổi lễ", VietnameseText.OnOneLine(input.Name)),
        ("Ngày", input.On is { } day ? VietnamTime.Written(day) : null),
        ("Nơi tổ chức", VietnameseText.OnOneLine(input.Place)),
        ("Đơn vị tổ chức", VietnameseText.OnOneLine(input.Organiser)),
        ("Số, ký hiệu văn bản", VietnameseText.OnOneLine(input.Number)),
        ("Địa chỉ bài viết", VietnameseText.OnOneLine(input.ArticleUrl)),
        ("Ghi chú", GrantForms.Block(input.Note)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken);
        if (picked.Paper is null && _kept is { } kept && VietnameseText.OnOneLine(Input.Number) == kept.Number)
        {
            picked = new PickedPaper(kept, []);
        }

        picked.Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (VietnameseText.OnOneLine(Input.ArticleUrl) is { } url && !IsAddress(url))
        {
            Wrong("Input.ArticleUrl", "Ghi địa chỉ bắt đầu bằng https:// hoặc đường dẫn trong trang, như /bai-viet/le-trao.");
        }

        if (Handed.FirstOrDefault(grant => grant.Since > Input.On) is { } young)
        {
            Wrong("Input.On", "Ngày lễ trao không được sớm hơn ngày của quyền: “{0}” có từ ngày {1:dd/MM/yyyy}.", young.Title, young.Since!.Value);
        }
    }

    /// <summary>A path of the site, or a page elsewhere; nothing that a browser runs.</summary>
    private static bool IsAddress(string typed) =>
        !typed.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\')
        && ((typed.StartsWith('/') && !typed.StartsWith("//", StringComparison.Ordinal)) || (typed.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(typed, UriKind.Absolute, out var url) && url.Host.Length > 0));
}

internal sealed class CeremonyInput : PaperInput
{
    [Display(Name = "Tên buổi lễ")]
    [Required(ErrorMessage = "Nhập tên buổi lễ")]
    [StringLength(HandoverCeremony.NameMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Ngày")]
    [Required(ErrorMessage = "Nhập ngày tổ chức")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Nơi tổ chức")]
    [StringLength(HandoverCeremony.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Place { get; set; }

    [Display(Name = "Đơn vị tổ chức")]
    [StringLength(HandoverCeremony.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Organiser { get; set; }

    [Display(Name = "Địa chỉ bài viết")]
    [StringLength(HandoverCeremony.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? ArticleUrl { get; set; }

    [Display(Name = "Ghi chú")]
    [StringLength(HandoverCeremony.NoteMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Note { get; set; }
}
