using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

public sealed class SignInTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await _app.Visit().OpenAsync("/quan-tri?loc=1");
        Assert.Equal(302, visitor.Status);

        await visitor.FollowAsync();
        await visitor.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", person.Password));

        Assert.Equal(302, visitor.Status);
        Assert.Equal("/quan-tri?loc=1", visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        Assert.Equal(200, visitor.Status);
        Assert.Equal("Việc của tôi", visitor.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_phone_number_signs_in_however_it_is_written()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector, phone: "+84912345678");
        foreach (var written in (string[])["0912345678", "0912 345 678", "+84 912.345.678"])
        {
            var visitor = await _app.Visit().OpenAsync("/dang-nhap");
            await visitor.SubmitAsync("main form", ("Input.Login", written), ("Input.Password", person.Password));
            Assert.Equal(302, visitor.Status);
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var wrong = await (await _app.Visit().OpenAsync("/dang-nhap")).SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", "Sai mất rồi 2020!"));
        var unknown = await (await _app.Visit().OpenAsync("/dang-nhap")).SubmitAsync("main form", ("Input.Login", "khong-ai@kiem-thu.vn"), ("Input.Password", "Sai mất rồi 2020!"));

        Assert.Equal((422, 422), (wrong.Status, unknown.Status));
        Assert.Equal(wrong.Text, unknown.Text);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_kept_cookie_too()
    {
        var visitor = await _app.SignedInAsync(Role.DepartmentOfficer);
        await visitor.OpenAsync("/quan-tri");
        Assert.Equal(200, visitor.Status);
        var kept = visitor.Http;

        await visitor.SubmitAsync("header form[method=post]");

        Assert.Equal(302, visitor.Status);
        Assert.Equal(302, (int)(await kept.GetAsync(new Uri("/quan-tri", UriKind.Relative))).StatusCode);
    }
}
