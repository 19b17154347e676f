using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>A house whose department has a book of outgoing papers.</summary>
public sealed class PaperHouse : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    /// <summary>The department's book of papers with reports and letters.</summary>
    public Guid Book { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await App.StartAsync();
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        await OpenBookAsync(officer, "Văn bản hành chính", "SKHCN", "Report");
        Book = Guid.Parse(officer.Page.QuerySelector("a[href$='/sua']")!.GetAttribute("href")!.Split('/')[^2]);
    }

    public static async Task OpenBookAsync(Visitor officer, string name, string symbol, string kind)
    {
        await officer.OpenAsync("/quan-tri/van-ban/so/moi");
        await officer.SubmitAsync("main form[method=post]", ("Input.Name", name), ("Input.Symbol", symbol), ("Input.Kinds", kind), ("Input.GoverningBody", "UBND tỉnh"), ("Input.PrintedName", "Sở Khoa học"));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
