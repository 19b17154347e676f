using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Pages.Papers.Office.Arrivals;

/// <summary>Writes down which outgoing paper answers it; the number may be typed in any spelling.</summary>
internal sealed class AnswerModel(PaperDesk desk, Texts text) : IncomingStepPage(desk, IncomingAction.Answer)
{
    private static readonly PaperStatus[] Answers = [PaperStatus.Signed, PaperStatus.Issued, PaperStatus.Recorded];

    private Paper? _answer;

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var (own, key) = (Desk.Reach.Own, PaperNumber.KeyOf(Input.Number));
        var found = await Desk.Db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.IssuedById == own && p.NumberKey == key && Answers.Contains(p.Status)).ToListAsync(cancellationToken);
        _answer = found.OrderByDescending(p => p.SignedOn.From).FirstOrDefault();
        if (key is null || _answer is null)
        {
            ModelState.AddModelError("Input.Number", text["Không có văn bản đi nào đã ký mang số này"]);
        }
    }

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Paper.Answer(_answer!.Id, by, now);
        return Task.CompletedTask;
    }
}

internal sealed class AnswerInput
{
    [Display(Name = "Số, ký hiệu văn bản trả lời")]
    [Required(ErrorMessage = "Nhập số, ký hiệu văn bản trả lời")]
    [StringLength(Paper.NumberMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Number { get; set; }
}
