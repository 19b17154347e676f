using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Web;

/// <summary>
/// Strict binders for what a Vietnamese desk types: whole đồng as 1000000 or 1.000.000; areas and rates with a comma.
/// The framework's own binder reads “1.5” as 15 under vi-VN without an error.
/// </summary>
public sealed class VietnameseNumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(long) ? new MoneyBinder() : type == typeof(decimal) ? new DecimalBinder() : null;
    }

    private abstract class TypedTextBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (typed == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            var text = typed.FirstValue?.Trim();
            if (string.IsNullOrEmpty(text))
            {
                bindingContext.Result = ModelBindingResult.Success(null);
                return Task.CompletedTask;
            }

            if (Read(text) is { } value)
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Say(bindingContext, text));
            }

            return Task.CompletedTask;
        }

        protected abstract object? Read(string text);

        protected abstract string Sentence { get; }

        /// <summary>What a value is called that has no name: a key of the English table.</summary>
        protected abstract string Unnamed { get; }

        private string Say(ModelBindingContext context, string text)
        {
            var texts = (Texts?)context.HttpContext.RequestServices.GetService(typeof(Texts));
            var metadata = context.ModelMetadata;

            // One of a list of amounts has no name of its own, and the name of its type is no word for a reader.
            var name = metadata.DisplayName ?? metadata.PropertyName ?? texts?[Unnamed] ?? Unnamed;
            return texts is null ? string.Format(CultureInfo.CurrentCulture, Sentence, name, text) : texts[Sentence, name, text];
        }
    }

    private sealed class MoneyBinder : TypedTextBinder
    {
        protected override string Sentence => "{0}: “{1}” không đúng. Nhập số tròn, dạng 2500000 hoặc 2.500.000.";

        protected override string Unnamed => "Số tiền";

        protected override object? Read(string text) => Dong.TryParse(text, out var amount) ? amount : null;
    }

    private sealed class DecimalBinder : TypedTextBinder
    {
        private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00a0" };

        protected override string Sentence => "{0}: “{1}” không đúng. Nhập số dùng dấu phẩy cho phần lẻ, dạng 1,5.";

        protected override string Unnamed => "Số";

        /// <summary>A map writes 10.386512: with a comma before the decimals it would be the same number. “1.500” may be meant as thousands, and is refused.</summary>
        protected override object? Read(string text) =>
            decimal.TryParse(text.Contains(',', StringComparison.Ordinal) || text.Split('.') is not [_, { Length: > 0 and not 3 }] ? text : text.Replace('.', ','), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, Comma, out var value) ? value : null;
    }
}
