using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
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

    /// <summary>The person has seen that the answer was signed before the paper came in, and means it.</summary>
    [BindProperty]
    public bool Earlier { get; set; }

    /// <summary>The papers of that number among which one is to be picked; empty while the number alone says which it is.</summary>
    public IReadOnlyList<Paper> Choices { get; private set; } = [];

    public bool IsEarlier { get; private set; }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var found = await NumberedAsync(cancellationToken);
        if (found.Count == 0)
        {
            ModelState.AddModelError("Input.Number", text["Không có văn bản đi nào đã ký mang số này"]);
            return;
        }

        // A number begins anew each year: which one is meant is for the person to say.
        Choices = found.Count > 1 ? found : [];
        _answer = found.Count > 1 ? found.Find(p => p.Id == Input.Which) : found[0];
        if (_answer is null)
        {
            ModelState.AddModelError("Input.Which", text["Có {0} văn bản đi mang số này. Chọn đúng một văn bản.", found.Count]);
            return;
        }

        IsEarlier = _answer.SignedOn.To < Paper.ArrivedOn;
        if (IsEarlier && !Earlier)
        {
            ModelState.AddModelError("Earlier", text["Văn bản {0} ký ngày {1}, trước ngày đến {2}. Nếu đúng là văn bản trả lời thì đánh dấu vào ô dưới.", _answer.Number!, _answer.SignedOn, VietnamTime.Written(Paper.ArrivedOn)]);
        }
    }

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Paper.Answer(_answer!.Id, by, now);
        return Task.CompletedTask;
    }

    /// <summary>The signed papers of the organisation with this number, the latest first; where some have exactly these letters, only they.</summary>
    private async Task<List<Paper>> NumberedAsync(CancellationToken cancellationToken)
    {
        if (PaperNumber.KeyOf(Input.Number) is not { } key)
        {
            return [];
        }

        var own = Desk.Reach.Own;
        var found = await Desk.Db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.IssuedById == own && p.NumberKey == key && Answers.Contains(p.Status)).ToListAsync(cancellationToken);
        var exact = found.FindAll(p => PaperNumber.AreOne(p.Number, Input.Number));
        return [.. (exact.Count > 0 ? exact : found).OrderByDescending(p => p.SignedOn.From).ThenBy(p => p.Id)];
    }
}

internal sealed class AnswerInput
{
    [Display(Name = "Số, ký hiệu văn bản trả lời")]
    [Required(ErrorMessage = "Nhập số, ký hiệu văn bản trả lời")]
    [StringLength(Paper.NumberMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Number { get; set; }

    /// <summary>Which of several papers with this number.</summary>
    public Guid? Which { get; set; }
}
