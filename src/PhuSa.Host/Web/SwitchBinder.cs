using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PhuSa.Host.Web;

/// <summary>
/// A tick box is on or off. What no browser sends for one (“-1”, a script) is off: the framework would keep such a text for the page that comes back
/// and fail when it draws the box from it.
/// </summary>
internal sealed class SwitchBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        if (bindingContext.ValueProvider.GetValue(bindingContext.ModelName) is { Length: > 0 } sent)
        {
            bindingContext.Result = ModelBindingResult.Success(string.Equals(sent.FirstValue, bool.TrueString, StringComparison.OrdinalIgnoreCase));
        }

        return Task.CompletedTask;
    }
}

internal sealed class SwitchBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.ModelType == typeof(bool) ? new SwitchBinder() : null;
    }
}
