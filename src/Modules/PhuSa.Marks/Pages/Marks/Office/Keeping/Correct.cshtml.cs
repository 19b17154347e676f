using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>Puts right what is written of a right, with the reason; its moves and its check code stay.</summary>
internal sealed class CorrectModel(GrantDesk desk, Acting acting, Texts text) : EditingPage<CorrectInput>(desk.Db, text), IPicksPaper, ITermsForm
{
    private MarkGrant _grant = null!;
    private PaperFact? _decision;
    private PaperFact? _paper;

    [FromRoute]
    public Guid Id { get; set; }

    PaperInput IPicksPaper.Input => Input;

    TermsInput ITermsForm.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string Address => MarkRights.Of(Id);

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } grant || !desk.Person.MayKeep((await desk.MarkAsync(grant.MarkId, cancellationToken)).OwnerId))
        {
            return false;
        }

        _grant = grant;
        _decision = grant.DecisionId is { } paper ? (await desk.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        Name = $"{(await desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId].Name} · {grant.Product}";
        return true;
    }

    protected override CorrectInput Stored() => new()
    {
        Product = _grant.Product,
        ProductGroup = _grant.ProductGroup,
        Workshop = _grant.Workshop,
        Batch = _grant.Batch,
        CertificateNumber = _grant.CertificateNumber,
        Gtin = _grant.Gtin,
        GivenOn = _grant.GivenOn.Precision == Precision.Day ? _grant.GivenOn.From : null,
        ExpiresOn = _grant.ExpiresOn,
        Number = _decision?.Number,
        Paper = _decision?.Id,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(CorrectInput input) =>
    [
        ("Sản phẩm", VietnameseText.OnOneLine(input.Product)),
        ("Nhóm sản phẩm", VietnameseText.OnOneLine(input.ProductGroup)),
        ("Bộ phận sản xuất", VietnameseText.OnOneLine(input.Workshop)),
        ("Đợt trao quyền", VietnameseText.OnOneLine(input.Batch)),
        ("Số giấy chứng nhận", VietnameseText.OnOneLine(input.CertificateNumber)),
        ("Mã số mã vạch (GTIN)", Gtin.Read(input.Gtin) ?? input.Gtin),
        ("Ngày trao quyền", Day(input.GivenOn)),
        ("Đến hết ngày", Day(input.ExpiresOn)),
        ("Số, ký hiệu văn bản", VietnameseText.OnOneLine(input.Number)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        Input.CheckTerms(_grant.RenewedFrom is { } renewed ? RecordTime.Day(renewed) : Input.GivenOn is null ? _grant.GivenOn : RecordTime.Unknown, ModelState, Text);
        var picked = await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken);
        if (picked.Paper is null && _decision is { } kept && VietnameseText.OnOneLine(Input.Number) == kept.Number)
        {
            picked = new PickedPaper(kept, []);
        }

        picked.Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (MarkGrant.CertificateKeyOf(VietnameseText.OnOneLine(Input.CertificateNumber)) is { } number && number != _grant.CertificateKey
            && await desk.CertifiedAsync(_grant.MarkId, Input.CertificateNumber, Id, cancellationToken) is { } taken)
        {
            Wrong("Input.CertificateNumber", GrantDesk.CertificateTaken, taken.JournalTitle);
        }

        var key = SearchText.Fold(VietnameseText.OnOneLine(Input.Product) ?? "");
        var counting = GrantFlow.Table.Counting.ToList();
        if (counting.Contains(_grant.Status)
            && await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(g => g.Id != Id && g.MarkId == _grant.MarkId && g.HolderId == _grant.HolderId && g.ProductKey == key && counting.Contains(g.Status), cancellationToken) is { } same)
        {
            Wrong("Input.Product", "Đơn vị này đã có quyền “{0}” với cùng nhãn hiệu và sản phẩm. Mở hồ sơ đó để gia hạn hoặc ghi trả lại.", same.Code);
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        acting.As(desk.By, GrantForms.Block(Input.Why), _paper?.Id);

        // A day that is known only to the month or the year is not on the form and stays.
        var given = Input.GivenOn is { } day ? RecordTime.Day(day) : _grant.GivenOn.Precision == Precision.Day ? RecordTime.Unknown : _grant.GivenOn;
        _grant.Write(new GrantTerms(VietnameseText.OnOneLine(Input.Product)!, given, Input.ExpiresOn, _paper?.Id, _grant.Programme, _grant.Source));
        _grant.Detail(Input.Details());
        return Task.CompletedTask;
    }

    private static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}

internal sealed class CorrectInput : TermsInput
{
    [Display(Name = "Lý do sửa")]
    [Required(ErrorMessage = "Nhập lý do sửa")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
