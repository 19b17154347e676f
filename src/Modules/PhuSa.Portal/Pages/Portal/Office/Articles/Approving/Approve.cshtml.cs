using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

/// <summary>Approves a text: it goes out now, at an hour, or once the other body has approved too.</summary>
internal sealed class ApproveModel(AppDbContext db, EditorialDesk desk, ArticleReach reach, PuttingOut puttingOut, Freezing freezing, Replacements replacements, Texts text) : RevisionMovePage(db, desk, PublishingRights.Publish)
{
    private const int FurthestDays = 366;

    [BindProperty]
    public ApproveInput Input { get; set; } = new();

    /// <summary>One body's word is not enough.</summary>
    public async Task<bool> NeedsBothAsync() =>
        Hand.Revision is { } revision && await reach.ApproversAsync(revision, Hand.Article, HttpContext.RequestAborted) is { All: true, Bodies.Count: > 1 };

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await base.OnGetAsync(cancellationToken);
        if (Hand?.Revision is { } revision)
        {
            (Input.Minor, Input.ChangeNote) = (revision.Minor, revision.ChangeNote);
            if (revision.PublishAt is { } at && at > Desk.Now)
            {
                // The other body has proposed an hour.
                var local = VietnamTime.Local(at);
                (Input.Later, Input.Day, Input.Hour) = (true, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            }
        }

        return answer;
    }

    protected override bool IsComplete()
    {
        if (Input.Later)
        {
            CheckHour();
        }
        else if ((Input.Day is not null || Input.Hour is not null) && !IsHourOfTheOther())
        {
            // “Now” is what the form begins with: an hour beside it was meant, and is not dropped in silence.
            ModelState.AddModelError(Input.Day is null ? "Input.Hour" : "Input.Day", text["Bạn đã ghi giờ đăng: chọn “Hẹn giờ”, hoặc xoá ngày giờ rồi duyệt đăng ngay"]);
        }

        if (Hand.Revision is { ChangesPublished: true } && !Input.Minor && string.IsNullOrWhiteSpace(Input.ChangeNote))
        {
            ModelState.AddModelError("Input.ChangeNote", text["Viết ghi chú thay đổi cho người đọc, hoặc chọn sửa nhỏ"]);
        }

        if (ModelState.IsValid && Hand is { Revision: { } revision, Content.ExpiresOn: { } last })
        {
            CheckLastDay(revision, last);
        }

        return ModelState.IsValid;
    }

    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        await freezing.RefuseAsync(cancellationToken);
        if (Hand.Content.Facts is LegalFacts { Replaces: { Count: > 0 } replaced } && await replacements.LeadBackAsync(Hand.Article.Id, replaced, cancellationToken))
        {
            // Since it was written, another text went out that replaces this one.
            throw new RefusedException("Một văn bản đã đăng trong lúc này ghi là thay thế chính văn bản này. Hãy trả bài lại để người viết xem lại mục “Thay thế”.");
        }

        var revision = Revision;
        var approvers = await reach.ApproversAsync(revision, Hand.Article, cancellationToken);
        var writers = await Desk.WritersAsync(Hand.Article, cancellationToken);
        revision.Approve(
            Desk.Person.PersonId,
            PublishingRights.BodiesOf(Desk.Person, PublishingRights.Publish),
            approvers.Bodies,
            writers,
            new Verdict(Input.Later ? Moment() : null, Input.Minor, string.IsNullOrWhiteSpace(Input.ChangeNote) ? null : Input.ChangeNote.Trim()),
            Desk.By,
            Desk.Now,
            approvers.All);
        if (revision.Status == RevisionStatus.Published)
        {
            await puttingOut.PutAsync(Hand.Article, revision, Desk.By, cancellationToken);
        }
    }

    private void CheckHour()
    {
        if (Input.Day is null)
        {
            ModelState.AddModelError("Input.Day", text["Nhập ngày đăng"]);
        }

        if (Input.Hour is null)
        {
            ModelState.AddModelError("Input.Hour", text["Nhập giờ đăng"]);
        }

        if (ModelState.IsValid && (Moment() <= Desk.Now || Moment() > Desk.Now.AddDays(FurthestDays)))
        {
            ModelState.AddModelError("Input.Hour", text["Giờ đăng phải sau lúc này và trong vòng một năm"]);
        }
    }

    /// <summary>What goes out after its last day is gone the moment it is there, and readers are answered 410.</summary>
    private void CheckLastDay(Revision revision, DateOnly last)
    {
        var day = DateOnly.FromDateTime(VietnamTime.Local(revision.HourWith(Input.Later ? Moment() : null, Desk.Now) ?? Desk.Now));
        if (last < day)
        {
            ModelState.AddModelError(
                Input.Later ? "Input.Day" : "",
                text["Bài chỉ hiện đến hết ngày {0}, đăng ngày {1} là vừa lên đã hết hạn. Không duyệt và ghi lý do, để người viết đổi hoặc xoá “Hiện đến hết ngày”", VietnamTime.Written(last), VietnamTime.Written(day)]);
        }
    }

    /// <summary>The form was filled with the hour that the other body has proposed, to the minute; whoever leaves it there has typed nothing.</summary>
    private bool IsHourOfTheOther()
    {
        if (Hand.Revision?.PublishAt is not { } at || Input.Day is not { } day || Input.Hour is not { } hour)
        {
            return false;
        }

        var local = VietnamTime.Local(at);
        return day == DateOnly.FromDateTime(local) && (hour.Hour, hour.Minute) == (local.Hour, local.Minute);
    }

    /// <summary>No offset is subtracted from the first day of the calendar: a year too far back is before now anyway.</summary>
    private DateTime Moment() => Input.Day!.Value < new DateOnly(1900, 1, 1) ? DateTime.MinValue : TimeZoneInfo.ConvertTimeToUtc(Input.Day.Value.ToDateTime(Input.Hour!.Value), VietnamTime.Zone);
}

internal sealed class ApproveInput
{
    public bool Later { get; set; }

    [Display(Name = "Ngày đăng")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Giờ đăng")]
    public TimeOnly? Hour { get; set; }

    public bool Minor { get; set; }

    [Display(Name = "Ghi chú thay đổi")]
    [StringLength(Revision.NoteMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? ChangeNote { get; set; }
}
