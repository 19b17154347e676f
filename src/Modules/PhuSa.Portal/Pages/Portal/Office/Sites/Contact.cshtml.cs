using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>Address, telephone and mail at the foot of every page.</summary>
internal sealed class ContactModel(SiteDesk desk, Texts text) : SiteEditing(desk, text)
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    protected override void Fill() => Input = new ContactInput { Contact = Site.Contact };

    protected override void Apply() => Site.Answer(Lines(Input.Contact), Site.Feedback);
}

internal sealed class ContactInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Địa chỉ, điện thoại, thư điện tử")]
    [StringLength(Site.TextMaxLength, ErrorMessage = TooLong)]
    public string? Contact { get; set; }
}
