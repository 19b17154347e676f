using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

/// <summary>Going through the sign-in form, as people do.</summary>
internal static class SigningIn
{
    public static async Task<Visitor> SignInAsync(this App app, string login, string password, string site = "khcn.localhost") =>
        await (await app.Visit(site).OpenAsync("/dang-nhap")).SubmitAsync("main form", ("Input.Login", login), ("Input.Password", password));

    public static Task DisableAsync(this App app, TestPerson person) => app.InScopeAsync(async services =>
    {
        var by = new Actor("Kiểm thử");
        services.GetRequiredService<Acting>().As(by);
        var db = services.GetRequiredService<AppDbContext>();
        (await db.Set<Person>().SingleAsync(p => p.Id == person.Id)).Disable("kiểm thử", by, app.Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    /// <summary>What the page's script does: asks with the form's own token.</summary>
    public static async Task<string> AskAsync(this Visitor visitor, string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(question, UriKind.Relative));
        request.Headers.Add("RequestVerificationToken", visitor.Page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value"));
        var answer = await visitor.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
