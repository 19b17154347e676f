using AngleSharp.Dom;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>Adding people and finding them again.</summary>
public sealed class PeoplePagesTests(PeopleHouse house) : IClassFixture<PeopleHouse>, IAsyncLifetime
{
    private const string New = "/quan-tri/nguoi-dung/moi";
    private const string Form = "main form[method=post]";
    private readonly App _app = house.App;
    private Visitor _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _admin = await _app.SignedInAsync(Role.Administrator);
        await _app.PersonAsync(Role.DepartmentOfficer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_person_is_added_for_an_organisation_found_by_name_and_signs_in_with_a_password_shown_once()
    {
        await _admin.OpenAsync($"{New}?tim=TO+CHUC+khcn");
        await _admin.OpenAsync(_admin.Page.QuerySelector("main .ps-tasks a")!.GetAttribute("href")!);
        await _admin.SubmitAsync(Form, ("Input.Name", "  Trần  Thị Bưởi "), ("Input.Email", "buoi@so.vn"), ("Input.Phone", "0912 345 601"), ("Roles", nameof(Role.DepartmentLeader)));
        Assert.Equal(302, _admin.Status);
        Assert.DoesNotContain("ma=", _admin.Redirect!.OriginalString, StringComparison.Ordinal);

        await _admin.FollowAsync();
        var password = _admin.Page.QuerySelector("#ma")!.TextContent;
        Assert.Contains("Trần Thị Bưởi", _admin.Text, StringComparison.Ordinal);
        await _admin.OpenAsync(_admin.Path);
        Assert.Null(_admin.Page.QuerySelector("#ma"));
        Assert.DoesNotContain(password, _admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await _app.JournalAsync(), entry => entry.Changes.Contains(password, StringComparison.Ordinal));

        var buoi = await _app.SignInAsync("buoi@so.vn", password);
        Assert.Equal(302, buoi.Status);
        await buoi.OpenAsync("/quan-tri");
        Assert.Equal(302, buoi.Status);
        Assert.StartsWith("/tai-khoan/mat-khau", buoi.Redirect!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_comes_back_with_a_message_beside_each_field()
    {
        await _admin.OpenAsync($"{New}?to-chuc=he-thong");
        await _admin.SubmitAsync(Form, ("Input.Name", ""), ("Input.Email", "không phải thư"), ("Input.Phone", "12"), ("Roles", nameof(Role.Administrator)));

        Assert.Equal(422, _admin.Status);
        foreach (var sentence in (string[])["Nhập họ và tên", "Thư điện tử không đúng", "Số điện thoại không đúng"])
        {
            Assert.Contains(sentence, _admin.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_role_that_does_not_fit_the_organisation_is_refused()
    {
        await _admin.OpenAsync($"{New}?to-chuc=so-khcn");
        Assert.Null(_admin.Page.QuerySelector("#Roles-CooperativeDirector"));
        await _admin.SubmitAsync(Form, ("Input.Name", "Lê Văn Cam"), ("Input.Email", "cam@so.vn"), ("Roles", nameof(Role.CooperativeDirector)));

        Assert.Equal(409, _admin.Status);
        Assert.Contains("không dùng cho loại tổ chức này", _admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_add_the_same_address_at_once_one_is_told_that_it_is_taken()
    {
        var second = await _app.SignedInAsync(Role.Administrator);
        await Task.WhenAll(_admin.OpenAsync($"{New}?to-chuc=he-thong"), second.OpenAsync($"{New}?to-chuc=he-thong"));
        Task AddAsync(Visitor visitor, string phone) => visitor.SubmitAsync(Form, ("Input.Name", "Võ Văn Dừa"), ("Input.Email", "Dua@So.vn"), ("Input.Phone", phone), ("Roles", nameof(Role.Administrator)));
        await Task.WhenAll(AddAsync(_admin, "0912345611"), AddAsync(second, "0912345612"));

        Assert.Equal([302, 409], new[] { _admin.Status, second.Status }.Order());
        Assert.Contains("Thư điện tử này đã thuộc một tài khoản khác.", (_admin.Status == 409 ? _admin : second).Text, StringComparison.Ordinal);

        await _admin.OpenAsync($"{New}?to-chuc=he-thong");
        await _admin.SubmitAsync(Form, ("Input.Name", "Võ Văn Dừa"), ("Input.Email", ""), ("Input.Phone", "+84 912 345 611"), ("Roles", nameof(Role.Administrator)));
        await second.OpenAsync($"{New}?to-chuc=he-thong");
        await second.SubmitAsync(Form, ("Input.Name", "Võ Văn Dừa"), ("Input.Email", ""), ("Input.Phone", "0912.345.612"), ("Roles", nameof(Role.Administrator)));
        Assert.Contains((_admin.Status, second.Status), ((int, int)[])[(409, 302), (302, 409)]);
    }

    [Fact]
    public async Task The_list_finds_by_name_without_marks_by_e_mail_and_by_phone()
    {
        await _app.NamedAsync("Đặng Thị Ưu", "uu@liem.vn", "+84912345621");
        foreach (var words in (string[])["dang thi uu", "Ưu Đặng", "uu@liem.vn", "0912 345 621", "912345621", "+84912345621"])
        {
            await _admin.OpenAsync($"/quan-tri/nguoi-dung?q={Uri.EscapeDataString(words)}");
            Assert.Equal(["Đặng Thị Ưu"], Names(_admin));
        }

        await _admin.OpenAsync("/quan-tri/nguoi-dung?q=dang+thi+uu&tinh-trang=da-khoa");
        Assert.Empty(Names(_admin));
    }

    [Fact]
    public async Task The_list_is_filtered_by_organisation_role_and_state()
    {
        var partner = await _app.PersonAsync(Role.Partner);
        await _admin.OpenAsync("/quan-tri/nguoi-dung?to-chuc=DOI-TAC+kiem+thu");
        Assert.Equal([partner.Name], Names(_admin));
        await _admin.OpenAsync($"/quan-tri/nguoi-dung?vai-tro={Role.Partner}");
        Assert.Equal([partner.Name], Names(_admin));
        await _admin.OpenAsync($"/quan-tri/nguoi-dung?vai-tro={Role.Partner}&to-chuc=so-khcn");
        Assert.Empty(Names(_admin));
        await _admin.OpenAsync("/quan-tri/nguoi-dung?vai-tro=99&tinh-trang=la&trang=1");
        Assert.Equal(200, _admin.Status);
        await _admin.OpenAsync("/quan-tri/nguoi-dung?trang=999");
        Assert.Equal(404, _admin.Status);
    }

    [Fact]
    public async Task The_list_stands_in_the_order_of_given_names_and_pages_without_gap_or_repetition()
    {
        string[] names = ["Trần Văn An", "Lê Thị Ánh", "Đỗ Văn Ấp", "Bùi Thị Bé", "Ngô Đình Dũng", "Vũ Thị Đào", "Hồ Văn Oanh", "Mai Thị Ổi", "Cao Văn Út", "Phan Thị Ưng"];
        foreach (var (name, number) in names.Reverse().Select((name, number) => (name, number)))
        {
            await _app.NamedAsync(name, $"thu-tu-{number}@xep.vn");
            await _app.NamedAsync(name, $"thu-tu-{number}b@xep.vn");
            await _app.NamedAsync(name, $"thu-tu-{number}c@xep.vn");
        }

        var seen = new List<string>();
        for (var page = 1; page <= 2; page++)
        {
            await _admin.OpenAsync($"/quan-tri/nguoi-dung?q=xep.vn&trang={page}");
            seen.AddRange(Names(_admin));
        }

        Assert.Equal(names.SelectMany(name => Enumerable.Repeat(name, 3)), seen);
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_filtered_list_can_be_taken_away_and_the_journal_knows(string kind, string type)
    {
        await _app.NamedAsync("=Công Thức", $"{kind}-1@xuat.vn");
        using var answer = await _admin.Http.GetAsync(new Uri($"/quan-tri/nguoi-dung.{kind}?q={kind}-1@xuat.vn", UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        if (kind == "csv")
        {
            Assert.Contains("'=Công Thức", body, StringComparison.Ordinal);
            Assert.Equal(2, body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        }

        var taken = (await _app.JournalAsync()).Where(entry => entry.Action == "Export").MaxBy(entry => entry.Id)!;
        Assert.Contains("\"rows\":1", taken.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("xuat.vn", taken.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_not_reviewed_for_a_year_is_found_and_one_press_reviews_them()
    {
        var old = await _app.NamedAsync("Huỳnh Văn Cũ", "cu@ra-soat.vn");
        _app.LaterBy(TimeSpan.FromDays(366));
        var fresh = await _app.NamedAsync("Huỳnh Văn Mới", "moi@ra-soat.vn");
        var admin = await _app.SignedInAsync(Role.Administrator);

        await admin.OpenAsync("/quan-tri/nguoi-dung?ra-soat=den-han&q=ra-soat.vn");
        Assert.Equal([old.Name], Names(admin));
        await admin.OpenAsync($"/quan-tri/nguoi-dung/{old.Id}");
        Assert.Contains("Chưa rà soát 12 tháng", admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync($"/quan-tri/nguoi-dung/{old.Id}/ra-soat");
        await admin.SubmitAsync(Form);
        Assert.Equal(302, admin.Status);

        await admin.OpenAsync("/quan-tri/nguoi-dung?ra-soat=den-han&q=ra-soat.vn");
        Assert.Empty(Names(admin));
        Assert.Contains("Review", (await _app.ReadAsync(old.Id)).Steps.Select(step => step.Action));
        Assert.NotEqual(old.Id, fresh.Id);
    }

    [Fact]
    public async Task A_changed_name_and_address_are_found_and_sign_in_and_a_stale_form_is_refused()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var edit = $"/quan-tri/nguoi-dung/{person.Id}/sua";
        var second = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(edit);
        await _admin.OpenAsync(edit);
        await _admin.SubmitAsync(Form, ("Input.Name", "Kiều Thị Mận"), ("Input.Email", "man@doi.vn"), ("Input.Phone", "0912345631"));
        Assert.Equal(302, _admin.Status);
        Assert.Equal(302, (await _app.SignInAsync("MAN@doi.vn", person.Password)).Status);
        Assert.Equal(302, (await _app.SignInAsync("0912345631", person.Password)).Status);
        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);

        await second.SubmitAsync(Form, ("Input.Name", "Tên khác"));
        Assert.Equal(409, second.Status);
        await _admin.OpenAsync("/quan-tri/nguoi-dung?q=kieu+man");
        Assert.Equal(["Kiều Thị Mận"], Names(_admin));
    }

    private static IReadOnlyList<string> Names(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("main tbody th a").Select(link => link.TextContent)];
}
