using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Portal.Feedback;

namespace PhuSa.Tests.Feedback;

/// <summary>The public form: what it asks, what it refuses, what a sender gets to see.</summary>
public sealed class FeedbackFormTests(FeedbackApp app) : IClassFixture<FeedbackApp>
{
    [Fact]
    public async Task An_empty_form_comes_back_with_everything_that_is_missing()
    {
        var visitor = await app.AtFormAsync();
        await visitor.SubmitAsync("main form");

        Assert.Equal(422, visitor.Status);
        foreach (var sentence in new[] { "Chọn bạn gửi gì", "Viết nội dung góp ý", "Nhập họ và tên", "Nhập thư điện tử hoặc số điện thoại.", "Đánh dấu đồng ý" })
        {
            Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("khcn.localhost", "khcn")]
    [InlineData("lienminh.localhost", "lienminh")]
    public async Task A_sender_gets_a_code_and_looks_the_state_up_by_it(string site, string code)
    {
        var visitor = await app.AtFormAsync(site);
        await visitor.SubmitAsync("main form", FeedbackApp.Filled());
        Assert.Equal(302, visitor.Status);
        var reference = await FeedbackApp.CodeAsync(visitor);
        Assert.Contains("đã nhận được góp ý", visitor.Text, StringComparison.Ordinal);
        Assert.True(visitor.Response.Headers.CacheControl!.NoStore);

        var later = await (await app.Visit(site).OpenAsync("/gop-y/tra-cuu")).OpenAsync($"/gop-y/tra-cuu?ma={reference.ToLowerInvariant()}");
        Assert.Contains("Đã nhận", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("đã nhận được góp ý", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xoài", later.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Không có góp ý nào", (await later.OpenAsync("/gop-y/tra-cuu?ma=00000-00000")).Text, StringComparison.Ordinal);

        var item = await app.OfAsync(reference);
        Assert.Equal((code, FeedbackStatus.New, FeedbackApp.Words, "Trần Thị Xoài", "xoai@kiem-thu.vn", false), (item.Site, item.Status, item.Text, item.Name, item.Email!, item.AllowsName));
    }

    [Fact]
    public async Task A_telephone_number_is_enough_and_a_wrong_address_is_not()
    {
        Assert.Null((await app.SentAsync(fields: ("Input.Email", ""))).Email);
        foreach (var wrong in new[] { "khong-phai", "a@b", "a@b.vn\r\nBcc: c@d.vn", "A <a@b.vn>", "a@b.vn, c@d.vn" })
        {
            var visitor = await app.AtFormAsync();
            await visitor.SubmitAsync("main form", FeedbackApp.Filled(("Input.Email", wrong)));
            Assert.Equal(422, visitor.Status);
            Assert.Contains("Thư điện tử không đúng", visitor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_is_one_line_whatever_is_typed() =>
        Assert.Equal("Trần Thị Bcc: x@y.vn", (await app.SentAsync(fields: ("Input.Name", "Trần Thị\nBcc: x@y.vn"))).Name);

    [Fact]
    public async Task A_form_sent_twice_makes_one()
    {
        var visitor = await app.AtFormAsync();
        var stamp = Value(visitor, "Stamp");
        await visitor.SubmitAsync("main form", FeedbackApp.Filled());
        var first = visitor.Redirect!.OriginalString;
        await (await visitor.OpenAsync("/gop-y")).SubmitAsync("main form", [.. FeedbackApp.Filled(), ("Stamp", stamp)]);
        Assert.Equal(first, visitor.Redirect!.OriginalString);

        var twin = await app.AtFormAsync();
        var fields = FeedbackApp.Filled().Concat([("Stamp", Value(twin, "Stamp")), ("__RequestVerificationToken", Value(twin, "__RequestVerificationToken"))]).Select(f => KeyValuePair.Create(f.Item1, f.Item2)).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => twin.Http.PostAsync(new Uri("/gop-y", UriKind.Relative), new FormUrlEncodedContent(fields))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct());
    }

    [Fact]
    public async Task A_form_sent_at_once_is_a_machine_and_a_person_sends_it_again()
    {
        var visitor = await app.Visit().OpenAsync("/gop-y");
        await visitor.SubmitAsync("main form", FeedbackApp.Filled());
        Assert.Equal(422, visitor.Status);
        Assert.Contains("quá nhanh", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(FeedbackApp.Words, visitor.Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await visitor.SubmitAsync("main form", ("Input.Consent", "true"));
        Assert.Equal(302, visitor.Status);
    }

    [Theory]
    [InlineData("gia-mao")]
    [InlineData("")]
    public async Task A_stamp_that_is_not_ours_is_replaced_and_nothing_typed_is_lost(string stamp)
    {
        var visitor = await app.AtFormAsync();
        await visitor.SubmitAsync("main form", [.. FeedbackApp.Filled(), ("Stamp", stamp)]);
        Assert.Equal(422, visitor.Status);
        Assert.Contains(FeedbackApp.Words, visitor.Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await visitor.SubmitAsync("main form", ("Input.Consent", "true"));
        Assert.Equal(302, visitor.Status);
    }

    [Fact]
    public async Task Who_fills_the_field_that_nobody_sees_is_spam_and_is_not_told()
    {
        var visitor = await app.AtFormAsync();
        await visitor.SubmitAsync("main form", FeedbackApp.Filled(("Input.Website", "https://cobac.example")));
        var item = await app.OfAsync(await FeedbackApp.CodeAsync(visitor));
        Assert.Equal(FeedbackStatus.Spam, item.Status);
        Assert.Contains("Đã nhận", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thư rác", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bai-viet/hoi-nghi-so-ket-6-thang-2020?in=1", "/bai-viet/hoi-nghi-so-ket-6-thang-2020")]
    [InlineData("https://elsewhere.example/", null)]
    [InlineData("//elsewhere.example", null)]
    [InlineData("javascript:alert(1)", null)]
    public async Task The_page_it_is_about_is_one_of_this_site(string about, string? kept)
    {
        var visitor = await app.AtFormAsync(address: $"/gop-y?trang={Uri.EscapeDataString(about)}");
        Assert.Equal(kept ?? "", visitor.Page.QuerySelector("main input[name='Input.Page']")!.GetAttribute("value") ?? "");
        await visitor.SubmitAsync("main form", FeedbackApp.Filled(("Input.Page", kept ?? about)));
        Assert.Equal(kept, (await app.OfAsync(await FeedbackApp.CodeAsync(visitor))).Page);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_ten_megabytes_are_not_read()
    {
        var visitor = await app.AtFormAsync();
        await visitor.SubmitAsync("main form", FeedbackApp.Filled(("Input.Text", new string('ạ', FeedbackItem.TextMaxLength + 1))));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("main form", [.. FeedbackApp.Filled(("Input.Text", new string('ạ', FeedbackItem.TextMaxLength)))]);
        Assert.Equal(302, visitor.Status);

        var token = Value(await visitor.OpenAsync("/gop-y"), "__RequestVerificationToken");
        await visitor.PostAsync("/gop-y", [.. FeedbackApp.Filled(("Input.Text", new string('a', 10_000_000))), ("__RequestVerificationToken", token)]);
        Assert.Equal(413, visitor.Status);
    }

    [Fact]
    public async Task The_form_is_made_for_one_reader_and_the_pages_around_it_are_kept_for_all()
    {
        using var http = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://khcn.localhost/"), HandleCookies = true });
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip");
        var stamps = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            using var form = await http.GetAsync(new Uri("/gop-y", UriKind.Relative));
            Assert.True(form.Headers.CacheControl!.NoStore);
            Assert.Empty(form.Content.Headers.ContentEncoding);
            Assert.True(stamps.Add(await form.Content.ReadAsStringAsync()));
        }

        foreach (var path in new[] { "/hoi-dap", "/gop-y/tra-cuu" })
        {
            using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(["gzip"], page.Content.Headers.ContentEncoding);
            Assert.False(page.Headers.CacheControl!.NoStore);
            Assert.False(page.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task One_network_address_is_stopped_and_keeps_what_it_typed()
    {
        await using var own = await App.StartAsync(prepare: a => a.Settings["Feedback:PerHour"] = "1");
        foreach (var expected in new[] { 302, 429 })
        {
            var visitor = await own.Visit().OpenAsync("/gop-y");
            own.Clock.Advance(TimeSpan.FromSeconds(20));
            await visitor.SubmitAsync("main form", FeedbackApp.Filled());
            Assert.Equal(expected, visitor.Status);
            Assert.True(expected == 302 || visitor.Text.Contains(FeedbackApp.Words, StringComparison.Ordinal));
        }

        Assert.Equal(1, await own.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<FeedbackItem>().CountAsync()));
    }

    private static string Value(Visitor visitor, string name) => visitor.Page.QuerySelector($"main input[name='{name}']")!.GetAttribute("value")!;
}
