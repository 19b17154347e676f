using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Organisations.Pages.Organisations.Office.Keeping;

/// <summary>Corrects a kind that was entered by mistake, with the reason, while no record is in the way that only the wrong kind can have. Code and names stay.</summary>
internal sealed class KindModel(OrganisationDesk desk, IEnumerable<IKindBound> bound, Acting acting, ISignedIn signedIn, Texts text) : EditingPage<KindInput>(desk.Db, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    public Organisation Kept { get; private set; } = null!;

    public string Address => OrganisationRights.Of(Kept.Code);

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Code, cancellationToken) is not { } found)
        {
            return false;
        }

        Kept = found;
        return true;
    }

    protected override Task<string?> ElsewhereAsync(CancellationToken cancellationToken) => desk.KeptAddressAsync(Code, cancellationToken);

    protected override KindInput Stored() => new() { Kind = Kept.Kind };

    protected override IEnumerable<(string Label, string? Words)> Told(KindInput input) => [("Loại hình", input.Kind is { } kind ? Text[OrganisationWords.Of(kind)] : null)];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var kind = Input.Kind!.Value;
        if (kind == Kept.Kind)
        {
            Wrong("Input.Kind", "Tổ chức đang ghi đúng loại hình này. Chọn loại hình khác, hoặc bấm Thôi.");
            return;
        }

        var inTheWay = new List<string>();
        foreach (var module in bound)
        {
            inTheWay.AddRange(await module.BoundAsync(Kept.Id, kind, cancellationToken));
        }

        if (inTheWay.Count > 0)
        {
            Wrong("Input.Kind", "Chưa sửa được sang loại hình này, vì còn: {0}. Sửa những chỗ ấy trước.", string.Join("; ", inTheWay));
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        acting.As(signedIn.Person!.AsActor(), Input.Why!.Trim());
        Kept.CorrectKind(Input.Kind!.Value);
        return Task.CompletedTask;
    }
}

internal sealed class KindInput
{
    public const int WhyMaxLength = 2000;

    [Display(Name = "Loại hình")]
    [Required(ErrorMessage = "Chọn loại hình trong danh sách")]
    [EnumDataType(typeof(OrganisationKind), ErrorMessage = "Chọn loại hình trong danh sách")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do: vì sao biết loại hình đang ghi là nhầm")]
    [StringLength(WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
