using System.ComponentModel.DataAnnotations;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites.Opening;

/// <summary>Whose a site is.</summary>
internal sealed class OwnerInput
{
    /// <summary>The choice that the site is nobody's yet; to choose nothing is no choice.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    [Display(Name = "Cơ quan")]
    [Required(ErrorMessage = "Chọn cơ quan của trang; nếu chưa giao cho cơ quan nào thì chọn “Chưa giao”")]
    public Guid? AgencyId { get; set; }

    /// <summary>Null where it is said that the site is nobody's yet.</summary>
    public Guid? OwnerId => AgencyId == Nobody ? null : AgencyId;

    [Display(Name = "Ngành")]
    [EnumDataType(typeof(SiteTheme), ErrorMessage = "Chọn một ngành trong danh sách")]
    public SiteTheme Theme { get; set; }
}
