using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace PhuSa.Host.Web;

/// <summary>A field that holds only what nobody sees (zero-width spaces, joiners, fillers) is empty: a title must be one that can be read.</summary>
internal sealed class SeenTextBinder(ILoggerFactory logging) : IModelBinder
{
    private readonly SimpleTypeModelBinder _framework = new(typeof(string), logging);

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        if (bindingContext.ValueProvider.GetValue(bindingContext.ModelName) is not { Length: > 0 } sent || sent.FirstValue is not { Length: > 0 } text || text.EnumerateRunes().Any(IsSeen))
        {
            return _framework.BindModelAsync(bindingContext);
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, "", "");
        bindingContext.Result = ModelBindingResult.Success(bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : "");
        return Task.CompletedTask;
    }

    /// <summary>Fillers of Hangul and the empty braille pattern are letters to Unicode and blank to the eye.</summary>
    private static bool IsSeen(Rune rune) =>
        rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}

internal sealed class SeenTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.ModelType == typeof(string) ? new SeenTextBinder(context.Services.GetRequiredService<ILoggerFactory>()) : null;
    }
}
