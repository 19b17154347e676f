using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;form-field for="Input.Amount" label="…" hint="…"&gt;&lt;input asp-for="Input.Amount" class="form-control"&gt;&lt;/form-field&gt;</c>:
/// label, hint, error and the control that stands inside, tied together for a screen reader.
/// </summary>
[HtmlTargetElement("form-field")]
public sealed class FormFieldTagHelper(Texts texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var field = Field.Of(ViewContext, For, Hint is not null);
        context.Items[typeof(Field)] = field;
        var control = await output.GetChildContentAsync();

        output.TagName = "div";
        output.Attributes.SetAttribute("class", field.Error is null ? "ps-field" : "ps-field has-error");
        output.Content.AppendMarkup("""<label class="form-label" for="{0}">{1}</label>""", field.Id, Label);
        if (Hint is not null)
        {
            output.Content.AppendMarkup("""<p class="form-text" id="{0}">{1}</p>""", field.HintId, Hint);
        }

        if (field.Error is { } error)
        {
            output.Content.AppendMarkup("""<p class="ps-error" id="{0}">""", field.ErrorId);
            output.Content.AppendHtml(Icons.Beside("x-circle"));
            output.Content.AppendMarkup("""<span><span class="visually-hidden">{0} </span>{1}</span></p>""", texts["Lỗi:"], error);
        }

        output.Content.AppendHtml(control);
    }
}

/// <summary>Names the hint and the error of the field on the control itself.</summary>
[HtmlTargetElement("input", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (context.Items.TryGetValue(typeof(Field), out var item) && item is Field field)
        {
            if (field.DescribedBy is { } describedBy)
            {
                output.Attributes.SetAttribute("aria-describedby", describedBy);
            }

            if (field.Error is not null)
            {
                output.Attributes.SetAttribute("aria-invalid", "true");
            }
        }
    }
}

/// <summary>The ids and the error of one field.</summary>
internal sealed record Field(string Id, string? Error, bool HasHint)
{
    public string HintId => Id + "-goi-y";

    public string ErrorId => Id + "-loi";

    public string? DescribedBy => (HasHint, Error is not null) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public static Field Of(ViewContext view, ModelExpression expression, bool hasHint)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var error = view.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        return new Field(IdOf(name), error, hasHint);
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
