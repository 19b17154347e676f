using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Sends the paper out.</summary>
internal sealed class IssueModel(PaperDesk desk) : PaperMovePage(desk, PaperAction.Issue)
{
    [BindProperty]
    public IssueInput Input { get; set; } = new();

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Day = Today;
        return Task.CompletedTask;
    }

    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Paper.Issue(Input.Day!.Value, Today, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class IssueInput
{
    [Display(Name = "Ngày phát hành")]
    [Required(ErrorMessage = "Nhập ngày phát hành")]
    public DateOnly? Day { get; set; }
}
