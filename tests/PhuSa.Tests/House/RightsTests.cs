using System.Text;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.House;

/// <summary>
/// Every address as every role and as nobody, from the endpoint table of the running product: what is added later is asked too. On the samples,
/// so that pages have something to show.
/// </summary>
public sealed class RightsTests(RightsTests.Full house) : IClassFixture<RightsTests.Full>
{
    private static readonly string[] Places = [PersonalPlaces.Office, PersonalPlaces.MyCooperative, PersonalPlaces.Account];

    private readonly App _app = house.App;

    [Fact]
    public async Task Every_address_of_the_office_says_who_may_use_it()
    {
        var routes = await HouseRoutes.OfAsync(_app);
        var rights = _app.Services.GetRequiredService<RightBook>().All.Select(right => right.Policy).ToHashSet(StringComparer.Ordinal);

        Assert.Contains(routes, IsOffice);
        Assert.All(routes.Where(IsOffice), route => Assert.True(route.Closed, $"{route.Template} says nothing of who may use it."));
        Assert.All(routes.SelectMany(route => route.Policies), policy => Assert.Contains(policy, rights));
    }

    [Fact]
    public void A_page_of_the_office_that_no_folder_covers_keeps_the_house_from_opening()
    {
        var conventions = new PageConventionCollection();
        conventions.AddOffice(HouseModules.All);
        var lost = new PageRouteModel("/Pages/Lost.cshtml", "/Lost")
        {
            Selectors = { new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = PersonalPlaces.Office.TrimStart('/') + "/bo-quen" } } },
        };

        var refused = Assert.Throws<InvalidOperationException>(() => conventions.OfType<IPageRouteModelConvention>().ToList().ForEach(convention => convention.Apply(lost)));

        Assert.Contains("/Lost", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_house_runs_on_the_model_made_beforehand() =>
        Assert.Equal("AppDbContextModel", await _app.InScopeAsync(services => Task.FromResult(services.GetRequiredService<AppDbContext>().Model.GetType().Name)));

    [Fact]
    public async Task Point_30_nobody_opens_what_is_closed_and_everybody_what_is_open()
    {
        var routes = await HouseRoutes.OfAsync(_app);
        var nobody = _app.Visit().Http;
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            foreach (var (method, status, location) in await AskAsync(nobody, route))
            {
                var led = status == 302 && location?.StartsWith(PersonalPlaces.SignIn, StringComparison.Ordinal) == true;
                var right = status < 500 && (route.Closed ? led : status is not (401 or 403)) && (method == "GET" || route.Closed || !route.ChecksToken || status == 400);
                Note(wrong, right, "nobody", method, route, status);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(AllRoles))]
    public async Task Point_30_a_role_opens_what_its_rights_allow_and_nothing_else(Role role)
    {
        var routes = await HouseRoutes.OfAsync(_app);
        var rights = _app.Services.GetRequiredService<RightBook>().Of(new HashSet<Role> { role }).Select(Right.PolicyOf).ToHashSet(StringComparer.Ordinal);
        var somebody = (await _app.SignedInAsync(role)).Http;
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            foreach (var (method, status, location) in await AskAsync(somebody, route))
            {
                var may = route.Policies.All(rights.Contains);
                var led = status == 302 && location?.StartsWith(PersonalPlaces.SignIn + "?", StringComparison.Ordinal) == true;
                var right = status < 500 && !(led && route.Closed) && (may ? status is not (401 or 403) : status == 403) && (method == "GET" || !may || !route.ChecksToken || status == 400);
                Note(wrong, right, role.ToString(), method, route, status);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Point_30_a_director_sees_nothing_of_another_cooperative()
    {
        var (own, other) = await TwoCooperativesAsync();
        var director = (await _app.SignedInAsync(Role.CooperativeDirector, own.Code)).Http;
        var others = await ValuesOfAsync(other);
        Assert.NotEmpty(others);
        var wrong = new List<string>();
        foreach (var route in (await HouseRoutes.OfAsync(_app)).Where(route => IsUnder(route, PersonalPlaces.MyCooperative) && route.Gets))
        {
            if (route.Pattern.Parameters.Count == 0)
            {
                using var answer = await director.GetAsync(new Uri(route.Filled(), UriKind.Relative));
                Note(wrong, !(await answer.Content.ReadAsStringAsync()).Contains(other.Name, StringComparison.Ordinal), "director", "GET", route, (int)answer.StatusCode);
                continue;
            }

            foreach (var value in others)
            {
                using var answer = await director.GetAsync(new Uri(route.Filled(_ => value), UriKind.Relative));
                Note(wrong, (int)answer.StatusCode == 404, "director", $"GET {value}", route, (int)answer.StatusCode);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_table_of_rights_and_of_office_addresses_is_the_code()
    {
        var book = _app.Services.GetRequiredService<RightBook>();
        var routes = await HouseRoutes.OfAsync(_app);
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("# Quyền\n\nTrang này được sinh từ mã nguồn (`UPDATE_DOCS=1`); đừng sửa tay. Quyền được cấp cho vai trò, không cấp cho từng người; một người chỉ có quyền của vai trò trong tổ chức đang đại diện.\n\n## Quyền và vai trò\n\n");
        text.Append($"| quyền | cho phép | {string.Join(" | ", roles.Select(RoleWords.Of))} |\n| --- | --- |{string.Concat(roles.Select(_ => " :-: |"))}\n");
        foreach (var right in book.All)
        {
            text.Append($"| `{right.Code}` | {right.Name} | {string.Join(" | ", roles.Select(role => right.Roles.Contains(role) ? "×" : ""))} |\n");
        }

        text.Append("\n## Địa chỉ phải đăng nhập\n\n| địa chỉ | gửi biểu mẫu | quyền |\n| --- | :-: | --- |\n");
        foreach (var route in routes.Where(route => route.Closed))
        {
            var asked = route.Policies.Count == 0 ? "đã đăng nhập" : string.Join(", ", route.Policies.Select(policy => $"`{policy["right:".Length..]}`"));
            text.Append($"| `{route.Template}` | {(route.Posts ? "×" : "")} | {asked} |\n");
        }

        GeneratedDocsTests.AssertSame(App.Repository("docs/rights.md"), text.ToString());
    }

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    private static bool IsOffice(HouseRoute route) => Places.Any(place => IsUnder(route, place));

    private static bool IsUnder(HouseRoute route, string place) =>
        (route.Template + "/").StartsWith(place + "/", StringComparison.OrdinalIgnoreCase) || route.Template.StartsWith(place + ".", StringComparison.OrdinalIgnoreCase);

    private static void Note(List<string> wrong, bool right, string who, string method, HouseRoute route, int status)
    {
        if (!right)
        {
            wrong.Add($"{who}: {method} {route.Template} → {status}");
        }
    }

    /// <summary>Opens it, and posts to it without a token.</summary>
    private static async Task<IReadOnlyList<(string Method, int Status, string? Location)>> AskAsync(HttpClient http, HouseRoute route)
    {
        var answers = new List<(string, int, string?)>();
        var address = new Uri(route.Filled(), UriKind.Relative);
        if (route.Gets)
        {
            using var answer = await http.GetAsync(address);
            answers.Add(("GET", (int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        if (route.Posts)
        {
            using var nothing = new FormUrlEncodedContent([]);
            using var answer = await http.PostAsync(address, nothing);
            answers.Add(("POST", (int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        return answers;
    }

    private Task<(OrganisationRow Own, OrganisationRow Other)> TwoCooperativesAsync() => _app.InScopeAsync(async services =>
    {
        var two = await services.GetRequiredService<IOrganisations>().Rows.Where(o => o.Kind == OrganisationKind.Cooperative).OrderBy(o => o.Code).Take(2).ToListAsync();
        return (two[0], two[1]);
    });

    /// <summary>By what a page could be asked for something of an organisation: its own names, and the ids of all records that point to it.</summary>
    private Task<IReadOnlyList<string>> ValuesOfAsync(OrganisationRow organisation) => _app.InScopeAsync<IReadOnlyList<string>>(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var values = new List<string> { organisation.Id.ToString(), organisation.Code, organisation.Slug };
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.FindProperty("Id")?.ClrType == typeof(Guid)))
        {
            foreach (var pointer in type.GetProperties().Where(p => p.Name is "OrganisationId" or "CooperativeId"))
            {
                values.AddRange(await PointingAsync(db, type.ClrType, pointer.Name, organisation.Id));
            }
        }

        return [.. values.Distinct(StringComparer.Ordinal)];
    });

    private static Task<List<string>> PointingAsync(AppDbContext db, Type type, string pointer, Guid id) =>
        (Task<List<string>>)typeof(RightsTests).GetMethod(nameof(PointingToAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [db, pointer, id])!;

    private static async Task<List<string>> PointingToAsync<T>(AppDbContext db, string pointer, Guid id)
        where T : class =>
        [.. (await db.Set<T>().AsNoTracking().Where(record => EF.Property<Guid?>(record, pointer) == id).Select(record => EF.Property<Guid>(record, "Id")).ToListAsync()).Select(found => found.ToString())];

    /// <summary>The product with its samples and no limit on posts, shared by these tests.</summary>
    public sealed class Full : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "100000");

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
