using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.House;

/// <summary>
/// Every address that takes a POST, from the endpoint table, as an administrator and as a director, with a valid token and with what nobody expects in
/// its fields: never an error of ours, never a script in an answer. Forms are taken as they stand on the pages that lead to them.
/// </summary>
public sealed class PostFuzzTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script>";
    private const string Token = "__RequestVerificationToken";
    private const int MostPages = 400;
    private const int PagesOfOneRoute = 2;

    private static readonly string[] Odd =
    [
        Script, string.Concat(Enumerable.Repeat("ạ", 10_000)), "\0", "'; DROP TABLE identity_people; --", "-1", "99999999999999999999", "2026-13-45", "🌾👩‍🌾", "\u202Eạb\u200F\u2067",
    ];

    private readonly List<string> _wrong = [];
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(Role.Administrator, 25)]
    [InlineData(Role.CooperativeDirector, 10)]
    [InlineData(Role.AllianceLeader, 20)]
    public async Task Whatever_is_posted_is_answered_and_no_script_comes_back(Role role, int least)
    {
        await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.PersonAsync(Role.Administrator);
        var routes = (await HouseRoutes.OfAsync(_app)).Where(route => route.Posts).ToList();
        var forms = await FormsAsync(await _app.SignedInAsync(role), routes);
        Assert.True(forms.Count >= least, $"Only {forms.Count} forms were found: {string.Join(' ', forms.Keys)}");

        foreach (var form in forms.Values)
        {
            var somebody = await _app.SignedInAsync(role);
            foreach (var fields in Fillings())
            {
                somebody = await TryAsync(somebody, role, form, fields);
            }
        }

        var anybody = await _app.SignedInAsync(role);
        var token = await TokenAsync(anybody);
        foreach (var route in routes.Where(route => !forms.ContainsKey(route.Template)))
        {
            await PostAsync(anybody, role, route.Filled(), [new(Token, token)], multipart: false);
            await PostAsync(anybody, role, route.Filled(), [new(Token, token), .. Odd.Select((value, i) => KeyValuePair.Create($"Input.Field{i}", value))], multipart: false);
        }

        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong.Distinct(StringComparer.Ordinal).Take(40)));
    }

    /// <summary>Nothing; every field with each odd value; only what a person types, the rest as found; and the form as it is, twice.</summary>
    private static IEnumerable<Func<IHtmlFormElement, List<KeyValuePair<string, string>>>> Fillings()
    {
        yield return _ => [];
        foreach (var odd in Odd)
        {
            yield return form => [.. FieldsOf(form).Select(field => KeyValuePair.Create(field.Name, field.Name == Token ? field.Value : odd))];
            yield return form => [.. FieldsOf(form).Select(field => KeyValuePair.Create(field.Name, field.IsTyped ? odd : field.Value))];
        }

        yield return form => [.. FieldsOf(form).Select(field => KeyValuePair.Create(field.Name, field.Value))];
        yield return form => [.. FieldsOf(form).Select(field => KeyValuePair.Create(field.Name, field.Value))];
    }

    private static List<(string Name, string Value, bool IsTyped)> FieldsOf(IHtmlFormElement form) =>
    [
        .. form.Elements.OfType<IHtmlInputElement>().Where(i => !string.IsNullOrEmpty(i.Name) && (i.Type is not ("checkbox" or "radio") || i.IsChecked))
            .Select(i => (i.Name!, i.Value ?? "", i.Type is not ("hidden" or "checkbox" or "radio" or "submit"))),
        .. form.Elements.OfType<IHtmlTextAreaElement>().Where(t => !string.IsNullOrEmpty(t.Name)).Select(t => (t.Name!, t.Value ?? "", true)),
        .. form.Elements.OfType<IHtmlSelectElement>().Where(s => !string.IsNullOrEmpty(s.Name)).Select(s => (s.Name!, s.Value ?? "", false)),
    ];

    private async Task<Visitor> TryAsync(Visitor somebody, Role role, FoundForm found, Func<IHtmlFormElement, List<KeyValuePair<string, string>>> filling)
    {
        if (await OpenAsync(somebody, found.Page) is not { } page || FormOn(page, found) is not { } form)
        {
            // What was posted before ended the session, or the record is as it should be now.
            somebody = await _app.SignedInAsync(role);
            if (await OpenAsync(somebody, found.Page) is not { } again || FormOn(again, found) is not { } stillThere)
            {
                return somebody;
            }

            form = stillThere;
        }

        var fields = filling(form);
        var token = FieldsOf(form).FirstOrDefault(field => field.Name == Token).Value;
        if (token is not null && fields.TrueForAll(field => field.Key != Token))
        {
            fields.Add(new(Token, token));
        }

        await PostAsync(somebody, role, found.Action, fields, form.Enctype == "multipart/form-data");
        return somebody;
    }

    private static IHtmlFormElement? FormOn(IHtmlDocument page, FoundForm found) => page.Forms.FirstOrDefault(form => IsPost(form) && ActionOf(form, found.Page) == found.Action);

    private async Task PostAsync(Visitor somebody, Role role, string action, List<KeyValuePair<string, string>> fields, bool multipart)
    {
        try
        {
            using var body = Body(fields, multipart);
            using var answer = await somebody.Http.PostAsync(new Uri(action, UriKind.Relative), body);
            await LookAsync(answer, $"{role} POST {action} {Shown(fields)}");
            if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location is { IsAbsoluteUri: false } next)
            {
                await OpenAsync(somebody, next.OriginalString, $"after {role} POST {action} {Shown(fields)}");
            }
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            _wrong.Add($"{role} POST {action} {Shown(fields)}: {e.GetType().Name} {e.Message}");
        }
    }

    private static HttpContent Body(List<KeyValuePair<string, string>> fields, bool multipart)
    {
        if (!multipart)
        {
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    private async Task<IHtmlDocument?> OpenAsync(Visitor somebody, string path, string? why = null)
    {
        try
        {
            using var answer = await somebody.Http.GetAsync(new Uri(path, UriKind.Relative));
            var html = await LookAsync(answer, $"GET {path} {why}");
            return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? (IHtmlDocument)await BrowsingContext.New().OpenAsync(response => response.Content(html))
                : null;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            _wrong.Add($"GET {path} {why}: {e.GetType().Name} {e.Message}");
            return null;
        }
    }

    private async Task<string> LookAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500)
        {
            _wrong.Add($"{what}: {(int)answer.StatusCode}");
        }

        if (text.Contains(Script, StringComparison.OrdinalIgnoreCase))
        {
            _wrong.Add($"{what}: the script stands in the answer");
        }

        return text;
    }

    private static string Shown(List<KeyValuePair<string, string>> fields) =>
        string.Join(' ', fields.Where(field => field.Key != Token).Select(field => $"{field.Key}={(field.Value.Length > 20 ? field.Value[..20] + "…" : field.Value)}")).Replace('\0', '0');

    private async Task<string> TokenAsync(Visitor somebody) =>
        ((IHtmlInputElement)(await OpenAsync(somebody, PersonalPlaces.Office) ?? await OpenAsync(somebody, PersonalPlaces.Account))!.QuerySelector($"input[name={Token}]")!).Value;

    /// <summary>Walks from page to page, two of each route, and keeps one form of each address that takes a POST.</summary>
    private async Task<Dictionary<string, FoundForm>> FormsAsync(Visitor somebody, List<HouseRoute> posts)
    {
        var all = (await HouseRoutes.OfAsync(_app)).Select(route => (route.Template, Matcher: new TemplateMatcher(TemplateParser.Parse(route.Template.TrimStart('/')), []))).ToList();
        string RouteOf(string path) => all.Find(route => route.Matcher.TryMatch(path.Split('?')[0], [])).Template ?? "";
        var forms = new Dictionary<string, FoundForm>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ofRoute = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>([PersonalPlaces.Office, PersonalPlaces.Account, PersonalPlaces.MyCooperative, .. posts.Where(r => r.Pattern.Parameters.Count == 0 && r.Gets).Select(r => r.Template), "/"]);
        while (waiting.Count > 0 && seen.Count < MostPages)
        {
            var path = waiting.Dequeue();
            var route = RouteOf(path);
            if (!seen.Add(path) || ofRoute.GetValueOrDefault(route) >= PagesOfOneRoute)
            {
                continue;
            }

            ofRoute[route] = ofRoute.GetValueOrDefault(route) + 1;
            if (await OpenAsync(somebody, path) is not { } page)
            {
                continue;
            }

            foreach (var form in page.Forms.Where(IsPost))
            {
                var action = ActionOf(form, path);
                forms.TryAdd(RouteOf(action), new FoundForm(path, action));
            }

            foreach (var link in page.Links.Select(link => link.GetAttribute("href")).OfType<string>().Where(href => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)))
            {
                waiting.Enqueue(link.Split('#')[0]);
            }
        }

        return forms;
    }

    private static bool IsPost(IHtmlFormElement form) => string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase);

    private static string ActionOf(IHtmlFormElement form, string page) => form.GetAttribute("action") is { Length: > 0 } action ? action : page;

    /// <param name="Page">Where the form stands.</param>
    private sealed record FoundForm(string Page, string Action);
}
