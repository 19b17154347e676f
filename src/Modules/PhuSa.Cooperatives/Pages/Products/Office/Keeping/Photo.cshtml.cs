using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>What is said of a picture; or it goes.</summary>
internal sealed class PhotoModel(OcopDesk desk, IFiles files, Texts text) : OcopPage(desk, text)
{
    /// <summary>The button that takes the picture away.</summary>
    public const string Away = "bo";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AltInput Input { get; set; } = new();

    [BindProperty]
    public string? Do { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || Product.Photos.FirstOrDefault(photo => photo.Id == Id) is not { } photo)
        {
            return NotFound();
        }

        (Version, Input.Alt) = (Product.Version, photo.Alt);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || Product.Photos.All(photo => photo.Id != Id))
        {
            return NotFound();
        }

        var isAway = Do == Away;
        if (!isAway && !ModelState.IsValid)
        {
            return Invalid();
        }

        if (isAway)
        {
            // What is said of a picture that goes is no mistake.
            ModelState.Clear();
        }

        if (Stale(Product.Version, [new("Mô tả ảnh", VietnameseText.OnOneLine(Input.Alt), Product.Photos.First(photo => photo.Id == Id).Alt)]) is { } stale)
        {
            return stale;
        }

        if (isAway)
        {
            MustBeAsShown();
            Product.Hide(Id);
            await Desk.SaveAsync(cancellationToken);
            await files.RemoveAsync(Id, Text["Bỏ ảnh sản phẩm"], cancellationToken);
            return Redirect($"{Address}/anh");
        }

        MustBeAsShown();
        Product.Say(Id, VietnameseText.OnOneLine(Input.Alt)!);
        await Desk.SaveAsync(cancellationToken);
        return Redirect($"{Address}/anh");
    }
}

internal sealed class AltInput
{
    [Display(Name = "Mô tả ảnh")]
    [Required(ErrorMessage = "Nhập mô tả ảnh")]
    [StringLength(OcopPhoto.AltMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Alt { get; set; }
}
