using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>
/// Puts an answer right that has gone out: whoever reads it is told why, and whoever got it by letter gets it again. Where the published wording is
/// the very answer that was sent there is one field for both.
/// </summary>
internal sealed class CorrectAnswerModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, FeedbackMail mail, Freezing freezing, TimeProvider clock, Texts text) : FeedbackMovePage(db, sites, signedIn, clock)
{
    private readonly KeptSites _sites = sites;

    [BindProperty]
    public CorrectAnswerInput Input { get; set; } = new();

    /// <summary>Where the sender was forgotten there is no answer to them any more.</summary>
    public bool AsksAnswer => Item.Answer is not null;

    public bool AsksPublic => Item.Status == FeedbackStatus.Published && Item.PublicAnswer != Item.Answer;

    public string? MailsTo => mail.AddressOf(Item);

    protected override void Fill() => Input = new CorrectAnswerInput { Answer = Item.Answer, PublicAnswer = Item.PublicAnswer };

    protected override void Check()
    {
        if (AsksAnswer && string.IsNullOrWhiteSpace(Input.Answer))
        {
            ModelState.AddModelError("Input.Answer", text["Viết câu trả lời cho người gửi"]);
        }

        if (AsksPublic && string.IsNullOrWhiteSpace(Input.PublicAnswer))
        {
            ModelState.AddModelError("Input.PublicAnswer", text["Viết câu trả lời khi đăng"]);
        }
    }

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var (answer, shown) = (AsksAnswer ? Read(Input.Answer!) : null, AsksPublic ? Read(Input.PublicAnswer!) : null);
        if (Item.ChangesPublished(answer, shown))
        {
            await freezing.RefuseAsync(cancellationToken);
        }

        var (before, why) = (Item.Answer, Input.Why!.ReplaceLineEndings("\n").Trim());
        Item.CorrectAnswer(answer, shown, why, by, now);
        if (Item.Answer is not null && Item.Answer != before)
        {
            mail.PostCorrection(Item, why, Site.FullName, KeptSites.AddressOf(await _sites.DirectoryAsync(cancellationToken), Site, Request));
        }
    }

    private static string Read(string typed) => typed.ReplaceLineEndings("\n").Trim();
}

internal sealed class CorrectAnswerInput
{
    [Display(Name = "Câu trả lời")]
    [StringLength(FeedbackItem.AnswerMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Answer { get; set; }

    [Display(Name = "Câu trả lời khi đăng")]
    [StringLength(FeedbackItem.AnswerMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? PublicAnswer { get; set; }

    [Display(Name = "Lý do sửa")]
    [Required(ErrorMessage = "Viết lý do sửa")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
