using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Documents.Templates;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Templates;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Takes a Word template in, once every place in it is one that a paper can fill.</summary>
[UploadLimit(TemplateFiles.MaxMegabytes)]
internal sealed class NewTemplateModel(PaperDesk desk, IFiles files, Texts text) : PageModel
{
    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        if (!ModelState.IsValid || !await TakeInAsync(id, Input.File!, cancellationToken))
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        desk.Db.Add(new PaperTemplate(id, desk.Reach.Own, Input.Kind!.Value, Input.Name!.Trim()));
        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(PapersRights.Templates);
    }

    private async Task<bool> TakeInAsync(Guid id, IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        if (Fault(content.ToArray()) is { } fault)
        {
            ModelState.AddModelError(FormFiles.Field, fault);
            return false;
        }

        return await files.TakeOrTellAsync(file, TemplateFiles.Of(id), TemplateFiles.Rules, ModelState, text, cancellationToken) is not null;
    }

    private string? Fault(byte[] file)
    {
        try
        {
            var places = WordTemplate.Places(file);
            var unknown = TemplatePlaces.Unknown(places);
            return unknown.Count > 0 ? text["Mẫu có chỗ điền không biết: {0}. Sửa lại trong Word theo danh sách các chỗ điền được rồi gửi lại.", string.Join(", ", unknown)]
                : places.Count == 0 ? text["Mẫu chưa có chỗ điền nào."]
                : null;
        }
        catch (ExcessiveTemplateException)
        {
            return text["Mẫu quá lớn hoặc có quá nhiều phần lồng vào nhau nên không nhận được. Soạn lại mẫu trong Word rồi gửi lại."];
        }
        catch (UnreadableTemplateException)
        {
            return text["Tệp không phải văn bản Word (.docx) đọc được."];
        }
    }
}

internal sealed class TemplateInput
{
    [Display(Name = "Tên mẫu")]
    [Required(ErrorMessage = "Nhập tên mẫu")]
    [StringLength(PaperTemplate.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    [Display(Name = "Loại văn bản")]
    [Required(ErrorMessage = "Chọn loại văn bản")]
    [EnumDataType(typeof(PaperKind), ErrorMessage = "Chọn loại văn bản")]
    public PaperKind? Kind { get; set; }

    [Display(Name = "Tệp Word (.docx)")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
