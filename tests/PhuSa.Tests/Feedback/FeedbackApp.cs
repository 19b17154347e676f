using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Feedback;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Feedback;

/// <summary>The product with its two sites for one class of tests: it keeps the mail it sends.</summary>
public sealed class FeedbackApp : App
{
    public const string Words = "Xã tôi muốn trồng xoài có mã vùng trồng thì hỏi ở đâu?";

    public FeedbackApp()
    {
        Settings["Limits:PostsPerMinute"] = "1000000";
        Settings["Feedback:PerHour"] = "1000000";
    }

    public KeptMail Mail { get; } = new();

    /// <summary>A reader who has had the form before them long enough to fill it in.</summary>
    public async Task<Visitor> AtFormAsync(string site = "khcn.localhost", string address = "/gop-y")
    {
        var visitor = await Visit(site).OpenAsync(address);
        Clock.Advance(TimeSpan.FromSeconds(20));
        return visitor;
    }

    /// <returns>The record that a reader of this site has sent.</returns>
    internal async Task<FeedbackItem> SentAsync(string site = "khcn.localhost", params (string Name, string Value)[] fields)
    {
        var visitor = await AtFormAsync(site);
        await visitor.SubmitAsync("main form", Filled(fields));
        Assert.Equal(302, visitor.Status);
        return await OfAsync(await CodeAsync(visitor));
    }

    /// <returns>The code as the page shows it after sending.</returns>
    public static async Task<string> CodeAsync(Visitor visitor) => (await visitor.FollowAsync()).Page.GetElementById("ma-tra-cuu")!.TextContent;

    internal Task<FeedbackItem> OfAsync(string code) => InScopeAsync(services =>
    {
        var read = ReferenceCode.Read(code);
        return services.GetRequiredService<AppDbContext>().Set<FeedbackItem>().AsNoTracking().SingleAsync(f => f.Code == read);
    });

    public static (string Name, string Value)[] Filled(params (string Name, string Value)[] others) =>
    [
        .. new[] { ("Input.Kind", nameof(FeedbackKind.Question)), ("Input.Text", Words), ("Input.Name", "Trần Thị Xoài"), ("Input.Email", "xoai@kiem-thu.vn"), ("Input.Phone", "0912 345 678"), ("Input.Consent", "true") }
            .Where(field => others.All(other => other.Name != field.Item1)),
        .. others,
    ];

    /// <summary>Takes one step through the page of the office.</summary>
    internal static async Task MoveAsync(Visitor officer, FeedbackItem item, string page, params (string Name, string Value)[] fields)
    {
        await officer.OpenAsync($"/quan-tri/gop-y/{item.Id}/{page}");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync("main form", fields);
    }

    internal async Task<(TestPerson Person, Visitor Visitor)> OfficerAsync(Role role = Role.DepartmentOfficer)
    {
        var person = await this.PersonAsync(role);
        return (person, await this.SignedInAsync(person));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IMessageChannel>(Mail));
    }
}
