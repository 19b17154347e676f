using System.ComponentModel.DataAnnotations;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites.Opening;

/// <summary>Whose a site is.</summary>
internal sealed class OwnerInput
{
    [Display(Name = "Cơ quan")]
    public Guid? AgencyId { get; set; }

    [Display(Name = "Ngành")]
    [EnumDataType(typeof(SiteTheme), ErrorMessage = "Chọn một ngành trong danh sách")]
    public SiteTheme Theme { get; set; }
}
