using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>Address, telephone and mail at the foot of every page.</summary>
internal sealed class ContactModel(SiteDesk desk, Texts text) : SiteForm<ContactInput>(desk, text)
{
    protected override ContactInput Stored() => new() { Contact = Site.Contact };

    protected override IEnumerable<(string Label, string? Words)> Told(ContactInput input) => [("Địa chỉ, điện thoại, thư điện tử", Lines(input.Contact))];

    protected override void Apply() => Site.Answer(Lines(Input.Contact), Site.Feedback);
}

internal sealed class ContactInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Địa chỉ, điện thoại, thư điện tử")]
    [StringLength(Site.TextMaxLength, ErrorMessage = TooLong)]
    public string? Contact { get; set; }
}
