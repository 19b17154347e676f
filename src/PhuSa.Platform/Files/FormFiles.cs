using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Platform.Files;

/// <summary>Files that come with a form.</summary>
public static class FormFiles
{
    /// <summary>The field of a form that has one file.</summary>
    public const string Field = "Input.File";

    /// <summary>As <see cref="IFiles.TakeInAsync"/>; a refusal is told beside the field, and nothing was changed.</summary>
    /// <returns>Null where it is refused.</returns>
    public static async Task<StoredFile?> TakeOrTellAsync(this IFiles files, IFormFile file, FileOwner owner, FileRules rules, ModelStateDictionary state, Texts text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            await using var content = file.OpenReadStream();
            return await files.TakeInAsync(new IncomingFile(content, file.FileName, file.Length), owner, rules, cancellationToken);
        }
        catch (RefusedException refused)
        {
            state.AddModelError(Field, text[refused.Text, [.. refused.Args]]);
            return null;
        }
    }
}
