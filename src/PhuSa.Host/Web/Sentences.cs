using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PhuSa.Platform.Web;

namespace PhuSa.Host.Web;

/// <summary>Validation and binding messages in the product's words.</summary>
internal static class SentencesRegistration
{
    public static void AddSentences(this IServiceCollection services, IMvcBuilder mvc)
    {
        services.AddSingleton<IStringLocalizerFactory, SentencesFactory>();
        mvc.AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (type, factory) => factory.Create(type));
    }
}

/// <summary>Gives the framework the product's one table of sentences.</summary>
internal sealed class SentencesFactory(Texts texts) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Sentences(texts);

    public IStringLocalizer Create(string baseName, string location) => new Sentences(texts);

    private sealed class Sentences(Texts texts) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, texts[name]);

        public LocalizedString this[string name, params object[] arguments] => new(name, texts[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}

/// <summary>What the framework says when a typed value does not fit.</summary>
internal sealed class VietnameseBindingMessages(Texts text) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustBeANumberAccessor(name => text["{0} phải là một số.", name]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Giá trị phải là một số."]);
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => text["{0}: “{1}” không đúng.", name, value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["“{0}” không đúng.", value]);
        messages.SetUnknownValueIsInvalidAccessor(name => text["{0}: giá trị không đúng.", name]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Giá trị không đúng."]);
        messages.SetValueIsInvalidAccessor(value => text["“{0}” không đúng.", value]);
        messages.SetValueMustNotBeNullAccessor(name => text["{0}: bắt buộc phải có.", name]);
        messages.SetMissingBindRequiredValueAccessor(name => text["{0}: bắt buộc phải có.", name]);
        messages.SetMissingKeyOrValueAccessor(() => text["Bắt buộc phải có."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Không nhận được nội dung nào."]);
    }
}
