using Microsoft.Extensions.Configuration;
using PhuSa.Platform;

namespace PhuSa.Identity.Elsewhere;

/// <summary>An OpenID Connect provider at which people may prove who they are: VNeID, the province's single sign-on.</summary>
/// <param name="Code">Kept with each link to a person, so it must stay: the key under <c>SignIn:Providers</c>, or its <c>Code</c>.</param>
/// <param name="TrustEmail">An e-mail it says is verified belongs to the person who has it here.</param>
/// <param name="TrustPhone">The same of telephone numbers.</param>
/// <param name="CountsAsTwoFactors">Where it says that two factors were checked, none is asked for here.</param>
/// <param name="AcrValues">Asked for, and in the answer as good as “mfa”.</param>
internal sealed record Provider(
    string Code,
    string Name,
    string Authority,
    string ClientId,
    string? ClientSecret,
    IReadOnlyList<string> Scopes,
    bool TrustEmail,
    bool TrustPhone,
    bool CountsAsTwoFactors,
    IReadOnlyList<string> AcrValues)
{
    private const string Prefix = "sso-";

    public string Scheme => Prefix + Code;

    /// <summary>Where the provider sends people back to; to be registered there.</summary>
    public string Callback => $"/dang-nhap/sso/{Code}";
}

/// <summary>The providers of the configuration, in their order there.</summary>
internal sealed class Providers : IWarmUp
{
    private const string Section = "SignIn:Providers";
    private const int CodeMaxLength = 40;

    public Providers(IConfiguration configuration) => All = [.. configuration.GetSection(Section).GetChildren().Select(Read)];

    public IReadOnlyList<Provider> All { get; }

    public Provider? Of(string code) => All.FirstOrDefault(provider => provider.Code == code);

    public Provider? OfScheme(string? scheme) => All.FirstOrDefault(provider => provider.Scheme == scheme);

    /// <summary>A wrong line of the configuration is told at the start, not to the first person who presses the button.</summary>
    public Task WarmUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Provider Read(IConfigurationSection section)
    {
        var code = section["Code"] ?? section.Key;
        if (!IsWord(code))
        {
            throw new InvalidOperationException($"“{code}” trong {Section} không dùng làm mã được. Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch, tối đa 40 ký tự.");
        }

        return new Provider(
            code,
            Required(section, "Name"),
            Required(section, "Authority"),
            Required(section, "ClientId"),
            section["ClientSecret"],
            Words(section["Scopes"] ?? "openid profile email"),
            section.GetValue("TrustEmail", defaultValue: false),
            section.GetValue("TrustPhone", defaultValue: false),
            section.GetValue("CountsAsTwoFactors", defaultValue: false),
            Words(section["AcrValues"] ?? ""));
    }

    private static string Required(IConfigurationSection section, string key) => section[key] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Thiếu {section.Path}:{key}.");

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWord(string code) => code.Length is > 0 and <= CodeMaxLength && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
