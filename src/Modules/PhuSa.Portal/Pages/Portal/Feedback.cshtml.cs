using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Web;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>
/// The form for readers. It carries a token and a stamp of its own, so it is made for each reader and never kept; everything around it
/// (the list of answers, the empty look-up) is kept like any other page.
/// </summary>
[FormBodyLimit]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FeedbackModel(KeptSites sites, FormStamp stamps, FeedbackGate gate, FeedbackIntake intake, IConfiguration configuration, Texts text) : PageModel
{
    [BindProperty]
    public FeedbackInput Input { get; set; } = new();

    [BindProperty]
    public string? Stamp { get; set; }

    public Site Site { get; private set; } = null!;

    public int KeepMonths => FeedbackRetention.KeepMonths(configuration);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "trang")] string? about, CancellationToken cancellationToken)
    {
        if (!await FindSiteAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new FeedbackInput { Page = FeedbackInput.PageOf(about) };
        Stamp = stamps.New();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindSiteAsync(cancellationToken))
        {
            return NotFound();
        }

        var age = stamps.Read(Stamp, out var key);
        if (age != StampAge.Unknown && await intake.SentBeforeAsync(key, cancellationToken) is { } sent)
        {
            return Received(sent);
        }

        CheckAge(age);
        Input.Page = FeedbackInput.PageOf(Input.Page);
        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        if (!gate.Lets(HttpContext.Connection.RemoteIpAddress))
        {
            ModelState.AddModelError("", text["Từ nơi bạn đang dùng mạng đã có quá nhiều góp ý trong một giờ qua. Nội dung bạn viết vẫn còn đây, hãy gửi lại sau."]);
            return Again(StatusCodes.Status429TooManyRequests);
        }

        return Received(await intake.TakeAsync(Site, await LetterAddressAsync(cancellationToken), key, Input.Letter(), Input.IsTrapped, cancellationToken));
    }

    private RedirectResult Received(string code) => Redirect($"/gop-y/tra-cuu?ma={code}&moi=1");

    private void CheckAge(StampAge age)
    {
        if (age == StampAge.TooFresh)
        {
            ModelState.AddModelError("", text["Biểu mẫu được gửi quá nhanh. Hãy xem lại một lần rồi bấm Gửi."]);
        }
        else if (age != StampAge.Good)
        {
            // A form left open over night: what was typed stays, the stamp is new.
            ModelState.AddModelError("", text["Trang này đã mở quá lâu. Hãy xem lại nội dung rồi bấm Gửi lần nữa."]);
            ModelState.Remove(nameof(Stamp));
            Stamp = stamps.New();
        }
    }

    private static PageResult Again(int status) => new() { StatusCode = status };

    /// <summary>Where the site has no name of its own its address is what the sender's browser says; that never stands in a letter.</summary>
    private async Task<string?> LetterAddressAsync(CancellationToken cancellationToken) =>
        Site.Address is null && Site.HostNames.Count == 0 ? null : KeptSites.AddressOf(await sites.DirectoryAsync(cancellationToken), Site, Request);

    private async Task<bool> FindSiteAsync(CancellationToken cancellationToken)
    {
        if (sites.SiteOf(await sites.DirectoryAsync(cancellationToken), HttpContext) is not { } site)
        {
            return false;
        }

        Site = site;
        return true;
    }
}
