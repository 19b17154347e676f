using PhuSa.Marks.CollectiveMarks;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>Puts a request for support on record.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(SupportDesk desk, Texts text) : PageModel
{
    /// <summary>Made with the form, so that a form sent twice registers one request.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewRequestInput Input { get; set; } = new();

    public IReadOnlyList<SupportedFiling> Marks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = desk.NewId();
        Marks = await desk.MarksAsync(cancellationToken);
        Input.AskedOn = desk.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await desk.Db.Set<MarkSupportRequest>().AnyAsync(r => r.Id == NewId, cancellationToken))
        {
            return Redirect(SupportRights.OfRequest(NewId));
        }

        Marks = await desk.MarksAsync(cancellationToken);
        var mark = Marks.FirstOrDefault(known => known.Id == Input.Mark);
        if (mark is null && Input.Mark is not null)
        {
            ModelState.AddModelError("Input.Mark", text["Chọn nhãn hiệu"]);
        }

        if (Input.AskedOn > desk.Today)
        {
            ModelState.AddModelError("Input.AskedOn", text["Ngày của việc này không thể sau hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        desk.Db.Add(new MarkSupportRequest(NewId, mark!.Id, new SupportWish(Input.AskedOn!.Value, Input.Amount, GrantForms.Block(Input.What), VietnameseText.OnOneLine(Input.Source)), desk.By, desk.Now));
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(SupportRights.OfRequest(NewId));
    }
}

internal sealed class NewRequestInput
{
    [Display(Name = "Nhãn hiệu tập thể")]
    [Required(ErrorMessage = "Chọn nhãn hiệu")]
    public Guid? Mark { get; set; }

    [Display(Name = "Ngày đề nghị")]
    [Required(ErrorMessage = "Nhập ngày đề nghị")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? AskedOn { get; set; }

    [Display(Name = "Số tiền đề nghị (đồng)")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Amount { get; set; }

    [Display(Name = "Nội dung")]
    [StringLength(MarkSupportRequest.WhatMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? What { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(MarkColumns.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }
}
