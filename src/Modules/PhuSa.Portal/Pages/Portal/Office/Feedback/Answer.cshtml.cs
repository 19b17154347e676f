using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Answers: by letter where there is an address, and in any case for whoever has the code.</summary>
internal sealed class AnswerModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, FeedbackMail mail, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    private readonly KeptSites _sites = sites;

    [BindProperty]
    public FeedbackAnswerInput Input { get; set; } = new();

    public string? MailsTo => mail.AddressOf(Item);

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Reply(Input.Answer!.ReplaceLineEndings("\n").Trim(), by, now);
        mail.PostAnswer(Item, Site.FullName, KeptSites.AddressOf(await _sites.DirectoryAsync(cancellationToken), Site, Request));
    }
}

internal sealed class FeedbackAnswerInput
{
    [Display(Name = "Câu trả lời")]
    [Required(ErrorMessage = "Viết câu trả lời cho người gửi")]
    [StringLength(FeedbackItem.AnswerMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Answer { get; set; }
}
