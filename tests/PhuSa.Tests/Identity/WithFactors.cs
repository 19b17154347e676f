using PhuSa.Identity.Factors;

namespace PhuSa.Tests.Identity;

/// <summary>People of a test get an authenticator app or a passkey as people do: on the pages of their account.</summary>
internal static class WithFactors
{
    public const string AppPage = "/tai-khoan/hai-buoc/ung-dung";
    public const string KeyPage = "/tai-khoan/hai-buoc/khoa";

    /// <returns>The app's key and the recovery codes shown with it.</returns>
    public static async Task<(string Key, IReadOnlyList<string> Codes)> AddAppAsync(this App app, TestPerson person)
    {
        var visitor = await (await app.SignedInAsync(person)).OpenAsync(AppPage);
        var key = KeyOn(visitor);
        await visitor.SubmitAsync("main form", ("Input.Code", app.CodeNow(key)));
        Assert.Equal(200, visitor.Status);
        return (key, CodesOn(visitor));
    }

    public static async Task<Visitor> AddKeyAsync(this App app, TestPerson person, SoftwareKey key, string name = "Khoá thử")
    {
        var visitor = await (await app.SignedInAsync(person)).OpenAsync(KeyPage);
        var answer = key.Create(await visitor.AskAsync(KeyPage + "/cau-hoi"));
        return await visitor.SubmitAsync("main form", ("Input.Name", name), ("Input.Credential", answer));
    }

    public static string KeyOn(Visitor visitor) => visitor.Page.QuerySelector(".ps-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    public static IReadOnlyList<string> CodesOn(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".ps-codes code").Select(code => code.TextContent)];

    public static string CodeNow(this App app, string key) => Totp.CodeOf(key, Totp.StepOf(app.Clock.GetUtcNow()));

    /// <summary>The code after the one that was taken last.</summary>
    public static string NextCode(this App app, string key)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        return app.CodeNow(key);
    }
}
