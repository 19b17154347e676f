using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>The pictures of a product, and one more.</summary>
[UploadLimit(OcopFiles.MaxMegabytes)]
internal sealed class PhotosModel(OcopDesk desk, IFiles files, Texts text) : OcopPage(desk, text)
{
    [BindProperty]
    public PhotoInput Input { get; set; } = new();

    public IReadOnlyList<(OcopPhoto Photo, FilePicture Picture)> Photos { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Product.Photos.Count >= OcopProduct.MostPhotos)
        {
            throw new RefusedException("Mỗi sản phẩm có tối đa {0} ảnh. Bỏ bớt ảnh cũ trước.", OcopProduct.MostPhotos);
        }

        return ModelState.IsValid && await TakeInAsync(Input.File!, cancellationToken) ? Redirect($"{Address}/anh") : Invalid();
    }

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return false;
        }

        var read = new List<(OcopPhoto, FilePicture)>();
        foreach (var photo in Product.Photos.OrderBy(photo => photo.Order))
        {
            if (await files.FindAsync(photo.Id, cancellationToken) is { } file && await files.PictureAsync(file, cancellationToken) is { } picture)
            {
                read.Add((photo, picture));
            }
        }

        Photos = read;
        return true;
    }

    private async Task<bool> TakeInAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (await files.TakeOrTellAsync(file, OcopFiles.Of(Product.Id), OcopFiles.Rules, ModelState, Text, cancellationToken) is not { } taken)
        {
            return false;
        }

        Product.Show(taken.Id, VietnameseText.OnOneLine(Input.Alt)!);
        Desk.Db.Entry(Product).Property(p => p.Version).IsModified = true;
        await Desk.SaveAsync(cancellationToken);
        return true;
    }
}

internal sealed class PhotoInput
{
    [Display(Name = "Tệp ảnh")]
    [Required(ErrorMessage = "Chọn một tệp ảnh")]
    public IFormFile? File { get; set; }

    [Display(Name = "Mô tả ảnh")]
    [Required(ErrorMessage = "Nhập mô tả ảnh")]
    [StringLength(OcopPhoto.AltMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Alt { get; set; }
}
