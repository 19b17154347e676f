using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Shows question and answer to everybody, as edited here; the original stays as it was sent.</summary>
internal sealed class PublishModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, Freezing freezing, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    protected override void Fill() => Input = new PublishInput { Question = Item.PublicQuestion ?? Item.Text, Answer = Item.PublicAnswer ?? Item.Answer };

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (Item.ErasedAt is not null)
        {
            throw new RefusedException("Dữ liệu của người gửi đã được xoá, không đăng được nữa.");
        }

        await freezing.RefuseAsync(cancellationToken);
        Item.Publish(Input.Question!.ReplaceLineEndings("\n").Trim(), Input.Answer!.ReplaceLineEndings("\n").Trim(), Input.ShowsName, by, now);
    }
}

internal sealed class PublishInput
{
    [Display(Name = "Câu hỏi khi đăng")]
    [Required(ErrorMessage = "Viết câu hỏi khi đăng")]
    [StringLength(FeedbackItem.TextMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Question { get; set; }

    [Display(Name = "Câu trả lời khi đăng")]
    [Required(ErrorMessage = "Viết câu trả lời khi đăng")]
    [StringLength(FeedbackItem.AnswerMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Answer { get; set; }

    public bool ShowsName { get; set; }
}
