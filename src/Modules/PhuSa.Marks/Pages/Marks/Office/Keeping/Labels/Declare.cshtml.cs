using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Labels;

/// <summary>What the holder says it will make in a period, and how many labels a unit of it needs.</summary>
internal sealed class DeclareModel(LabelDesk labels, Texts text) : LabelPage(labels, text)
{
    [BindProperty]
    public DeclareInput Input { get; set; } = new();

    protected override void Check()
    {
        if (Input.To < Input.From)
        {
            Wrong("Input.To", "Đến ngày không được sớm hơn từ ngày.");
        }

        CheckNumber(Input.Quantity, "Input.Quantity");
        CheckNumber(Input.LabelsPerUnit, "Input.LabelsPerUnit");
    }

    protected override async Task<NotGiven?> WriteAsync(CancellationToken cancellationToken)
    {
        var db = Labels.Desk.Db;
        if (await db.Set<OutputDeclaration>().AnyAsync(d => d.Id == NewId, cancellationToken))
        {
            return null;
        }

        var output = new DeclaredOutput(Input.From!.Value, Input.To!.Value, Input.Quantity!.Value, VietnameseText.OnOneLine(Input.Unit)!, Input.LabelsPerUnit, VietnameseText.OnOneLine(Input.Source));
        db.Add(new OutputDeclaration(NewId, Id, output, Labels.Desk.By, Labels.Desk.Now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsTwice())
        {
            // The same form came twice in one moment.
        }

        return null;
    }

    private void CheckNumber(decimal? number, string field)
    {
        if (number is { } typed && (typed <= 0 || typed > OutputDeclaration.Most || decimal.Round(typed, OutputDeclaration.Decimals) != typed))
        {
            Wrong(field, "Nhập số lớn hơn 0, tối đa {0:N0}, không quá {1} chữ số sau dấu phẩy.", OutputDeclaration.Most, OutputDeclaration.Decimals);
        }
    }
}

internal sealed class DeclareInput
{
    [Display(Name = "Từ ngày")]
    [Required(ErrorMessage = "Nhập ngày đầu của thời gian khai")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? From { get; set; }

    [Display(Name = "Đến ngày")]
    [Required(ErrorMessage = "Nhập ngày cuối của thời gian khai")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? To { get; set; }

    [Display(Name = "Sản lượng")]
    [Required(ErrorMessage = "Nhập sản lượng đơn vị khai")]
    public decimal? Quantity { get; set; }

    [Display(Name = "Đơn vị tính")]
    [Required(ErrorMessage = "Nhập đơn vị tính, ví dụ kg, tấn, chai")]
    [StringLength(OutputDeclaration.UnitMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Unit { get; set; }

    [Display(Name = "Số tem mỗi đơn vị tính")]
    public decimal? LabelsPerUnit { get; set; }

    [Display(Name = "Theo giấy tờ nào")]
    [StringLength(OutputDeclaration.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }
}
