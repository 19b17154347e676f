using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Registering a cooperative: those that may be the same are shown first, and a form sent twice registers one.</summary>
public sealed class NewCooperativeTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Address = $"{RegistryHouse.Office}/moi";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_new_cooperative_has_a_code_from_its_name_and_an_empty_file()
    {
        var officer = await OpenedAsync();

        await officer.SubmitAsync(Form, ("Input.Name", "HTX Nông nghiệp Đồng Tháp Mười"), ("Input.Number", "1600000001"), ("Input.Phone", "0912.345.100"), ("Input.PlaceText", "xã Vĩnh An"));

        Assert.Equal((302, "/quan-tri/hop-tac-xa/htx-nong-nghiep-dong-thap-muoi"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Contains("Hồ sơ còn thiếu 5/8 mục chính.", officer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await house.App.Visit().OpenAsync("/hop-tac-xa/htx-nong-nghiep-dong-thap-muoi")).Status);
    }

    [Theory]
    [InlineData("Hợp tác xã NN Long Bình", "", "", "", "htx-long-binh", "Cùng tên, một bên chưa rõ nơi")]
    [InlineData("htx an binh", "", "", "xã Tây Phú", "htx-an-binh", "Cùng tên và cùng nơi")]
    [InlineData("HTX An Bình", "", "", "xã Óc Eo", "htx-an-binh", "Cùng tên, khác nơi")]
    [InlineData("HTX Khác hẳn", "1600777001", "", "", "htx-vinh-binh", "Cùng số đăng ký hoặc mã số thuế")]
    [InlineData("HTX Khác hẳn", "CU-1", "", "", "htx-vinh-binh", "Cùng số đăng ký hoặc mã số thuế")]
    [InlineData("HTX Khác hẳn", "", "+84 912 345 777", "", "htx-vinh-binh", "Cùng số điện thoại")]
    public async Task Those_that_may_be_the_same_are_shown_with_the_reason_before_anything_is_saved(string name, string number, string phone, string place, string code, string why)
    {
        await house.ChangeAsync("htx-vinh-binh", (db, c) =>
        {
            c.Register(new Registration(null, "1600777001", ["CU-1"], RecordTime.Unknown, null, null, null, c.Source));
            if (!db.Set<CooperativeContact>().Any(contact => contact.Id == c.Id))
            {
                var contact = new CooperativeContact(c.Id);
                contact.Describe(new ContactContent(null, "0912345777", null, null, null, null, null));
                db.Add(contact);
            }
        });
        var officer = await OpenedAsync();

        await officer.SubmitAsync(Form, ("Input.Name", name), ("Input.Number", number), ("Input.Phone", phone), ("Input.PlaceText", place));

        Assert.Equal(422, officer.Status);
        var candidate = officer.Page.QuerySelectorAll("main .ps-next li").First(li => li.QuerySelector("a")!.GetAttribute("href") == $"{RegistryHouse.Office}/{code}");
        Assert.Contains(why, candidate.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_candidates_are_seen_another_of_the_same_name_gets_a_code_of_its_own()
    {
        var officer = await OpenedAsync();
        await officer.SubmitAsync(Form, ("Input.Name", "HTX Nông nghiệp Long Bình"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);

        officer.Page.QuerySelector("#Input_IsAnother")!.SetAttribute("checked", "checked");
        await officer.SubmitAsync(Form);

        Assert.Equal((302, "/quan-tri/hop-tac-xa/htx-nong-nghiep-long-binh"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.OpenAsync(Address);
        await officer.SubmitAsync(Form, ("Input.Name", "HTX Nông nghiệp Long Bình"));
        officer.Page.QuerySelector("#Input_IsAnother")!.SetAttribute("checked", "checked");
        await officer.SubmitAsync(Form);
        Assert.Equal("/quan-tri/hop-tac-xa/htx-nong-nghiep-long-binh-2", officer.Redirect!.OriginalString);
    }

    [Fact]
    public void The_words_no_cooperative_may_have_for_its_code_are_those_of_the_pages_and_files_below_the_register()
    {
        var fixedOnes = house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .SelectMany(route => new[] { RegistryHouse.Office + "/", "/hop-tac-xa/" }.Where(address => route.StartsWith(address, StringComparison.Ordinal)).Select(address => route[address.Length..].Split('/')[0]))
            .Where(word => !word.Contains('{', StringComparison.Ordinal)).ToHashSet();

        Assert.Contains("ban-do", fixedOnes);
        Assert.Contains("bao-cao.csv", fixedOnes);
        Assert.Equal(fixedOnes.Order(), RegistryDesk.Reserved.Order());
    }

    [Fact]
    public async Task No_cooperative_gets_the_address_of_a_page_for_its_code()
    {
        var officer = await OpenedAsync();
        await officer.SubmitAsync(Form, ("Input.Name", "Bản Đồ"));
        Assert.Equal((302, $"{RegistryHouse.Office}/ban-do-2"), (officer.Status, officer.Redirect!.OriginalString));

        await house.App.TakenInAsync(await house.App.LookedOverAsync("Tên\nTheo địa bàn\n"));
        Assert.Equal("Theo địa bàn", await house.ReadAsync("theo-dia-ban-2", (db, c) => db.Set<PhuSa.Organisations.Organisations.Organisation>().Where(o => o.Id == c.Id).Select(o => o.Name).SingleAsync()));

        using var folder = new Import.ImportFolder().With("cooperatives.csv", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\nban-do,HTX Bản Đồ,,,,,,,\nhtx-duoc-nhan,HTX Được Nhận,,,,,,,\n");
        var error = Assert.Single((await house.App.ImportAsync(folder.Path)).Errors);
        Assert.Equal((2, "code", "ban-do"), (error.Line, error.Column, error.Value));
        Assert.Contains("là địa chỉ của một trang khác", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_registers_one()
    {
        var officer = await OpenedAsync();
        var fields = officer.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).Append(("Input.Kind", "CooperativeUnion")).Append(("Input.Name", "Liên hiệp HTX Bảy Núi")).ToArray();

        await officer.PostAsync(Address, fields);
        await officer.PostAsync(Address, fields);

        Assert.Equal((302, "/quan-tri/hop-tac-xa/lien-hiep-htx-bay-nui"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.OpenAsync($"{RegistryHouse.Office}?q=bay+nui&loai=lien-hiep");
        Assert.Single(officer.Page.QuerySelectorAll("main tbody tr"));
        Assert.DoesNotContain("Bảy Núi", (await house.App.Visit().OpenAsync("/hop-tac-xa?q=bay+nui")).Text.Replace("bay nui", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_form_sent_at_once_from_many_hands_registers_one()
    {
        var officer = await OpenedAsync();
        var fields = officer.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Append(new("Input.Kind", "Cooperative")).Append(new("Input.Name", "HTX Cùng Lúc")).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var body = new FormUrlEncodedContent(fields);
            using var answer = await officer.Http.PostAsync(new Uri(Address, UriKind.Relative), body);
            return (int)answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.True(status is 302 or 409 or 422, $"{status}"));
        Assert.Equal(1, await house.App.InScopeAsync(services => ((AppDbContext)services.GetService(typeof(AppDbContext))!).Set<Cooperative>().CountAsync(c => c.Code.StartsWith("htx-cung-luc"))));
    }

    [Fact]
    public async Task Nothing_typed_is_answered_beside_the_name_and_a_strange_kind_is_refused()
    {
        var officer = await OpenedAsync();
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập tên, đúng từng chữ như giấy tờ ghi", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.Name", "Sở Gì Đó"), ("Input.Kind", "Agency"));
        Assert.Equal(422, officer.Status);
    }

    [Theory]
    [InlineData("HTX Nông nghiệp Long Bình", "long binh")]
    [InlineData("Hợp tác xã DVNN Long Bình", "long binh")]
    [InlineData("Quỹ tín dụng nhân dân Mỹ Bình", "my binh")]
    [InlineData("Hợp tác xã", "hop tac xa")]
    [InlineData("HTX Nông nghiệp", "nong nghiep")]
    [InlineData("!!!", "")]
    public void The_core_of_a_name_leaves_out_what_every_name_begins_with(string name, string core) => Assert.Equal(core, Duplicates.Core(name));

    [Theory]
    [InlineData("0912 345 678", "0912345678")]
    [InlineData("+84 912.345.678", "0912345678")]
    [InlineData("(0296) 3.883.001", "02963883001")]
    [InlineData("912345678", null)]
    [InlineData("0912x", null)]
    [InlineData("+1 555 123 4567", null)]
    [InlineData("", null)]
    public void A_telephone_is_kept_as_it_is_dialled_at_home(string typed, string? kept) => Assert.Equal(kept, PhoneWords.TryRead(typed, out var read) ? read : null);

    private async Task<Visitor> OpenedAsync() => await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Address);
}
