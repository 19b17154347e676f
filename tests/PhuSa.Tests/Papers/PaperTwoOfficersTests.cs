using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>Two officers on one record of the books of papers: both versions side by side, and nothing typed is lost.</summary>
public sealed class PaperTwoOfficersTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("arrival", "Input.Title", "Trích yếu của người nhanh", "Trích yếu của người chậm", "Trích yếu")]
    [InlineData("arrival", "Input.DueOn", "2026-08-01", "2026-09-01", "Hạn trả lời")]
    [InlineData("book", "Input.Name", "Sổ của người nhanh", "Sổ của người chậm", "Tên sổ")]
    [InlineData("record", "Input.Number", "11/SKHCN-A", "12/SKHCN-B", "Số, ký hiệu")]
    [InlineData("record", "Input.SignedYear", "2017", "2018", "Năm ký")]
    public async Task Who_comes_second_sees_both_versions_and_saves_over_at_the_next_press(string record, string field, string first, string second, string label)
    {
        var (quick, slow) = (await house.App.SignedInAsync(Role.DepartmentOfficer), await house.App.SignedInAsync(Role.DepartmentOfficer));
        var address = await AddressAsync(quick, record);
        await slow.OpenAsync(address);
        await quick.OpenAsync(address);
        await quick.SubmitAsync(Form, (field, first));
        Assert.True(quick.Status == 302, quick.Text);

        await slow.SubmitAsync(Form, (field, second));

        Assert.Equal(409, slow.Status);
        var row = Assert.Single(slow.Page.QuerySelectorAll("main table tbody tr"));
        Assert.Equal([label, Shown(second), Shown(first)], row.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(second, ValueOf(slow, field));
        Assert.Contains("Lưu đè bản của người kia", slow.Text, StringComparison.Ordinal);
        await quick.OpenAsync(address);
        Assert.Equal(first, ValueOf(quick, field));

        await slow.SubmitAsync(Form);
        Assert.True(slow.Status == 302, slow.Text);
        await quick.OpenAsync(address);
        Assert.Equal(second, ValueOf(quick, field));
    }

    [Fact]
    public async Task What_is_done_with_meanwhile_is_refused_and_nothing_typed_is_lost()
    {
        var (quick, slow) = (await house.App.SignedInAsync(Role.DepartmentOfficer), await house.App.SignedInAsync(Role.DepartmentOfficer));
        var address = await AddressAsync(quick, "arrival");
        await slow.OpenAsync(address);
        await quick.OpenAsync(address.Replace("/sua", "/huy-so", StringComparison.Ordinal));
        await quick.SubmitAsync(Form, ("Input.Why", "Ghi nhầm sổ"));
        Assert.Equal(302, quick.Status);

        await slow.SubmitAsync(Form, ("Input.Title", "Còn đang gõ"));

        Assert.Equal(409, slow.Status);
        Assert.Equal("Còn đang gõ", ValueOf(slow, "Input.Title"));
        Assert.Contains("Văn bản đến đã xong thì không sửa được nữa", slow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_open_the_same_book_at_one_moment_one_is_told_of_the_other()
    {
        var officers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.App.SignedInAsync(Role.DepartmentOfficer)));
        foreach (var officer in officers)
        {
            await officer.OpenAsync("/quan-tri/van-ban/so/moi");
        }

        await Task.WhenAll(officers.Select(officer => Task.Run(() => officer.SubmitAsync(Form, ("Input.Name", "Sổ cùng lúc"), ("Input.Symbol", "CUNGLUC"), ("Input.Kinds", "Invitation")))));

        Assert.Equal([302, 422, 422, 422], officers.Select(officer => officer.Status).Order());
    }

    [Fact]
    public async Task A_book_that_was_closed_meanwhile_is_not_changed()
    {
        var (quick, slow) = (await house.App.SignedInAsync(Role.DepartmentOfficer), await house.App.SignedInAsync(Role.DepartmentOfficer));
        var address = await AddressAsync(quick, "book");
        await slow.OpenAsync(address);
        await quick.OpenAsync(address.Replace("/sua", "/dong", StringComparison.Ordinal));
        await quick.SubmitAsync(Form);
        Assert.Equal(302, quick.Status);

        await slow.SubmitAsync(Form, ("Input.Name", "Tên sau khi đóng"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("Sổ này đã đóng.", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Tên sau khi đóng", ValueOf(slow, "Input.Name"));
    }

    private static string Shown(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day) ? $"{day:dd/MM/yyyy}" : typed;

    private static string ValueOf(Visitor visitor, string field)
    {
        var element = visitor.Page.QuerySelector($"main [name='{field}']")!;
        return (element.LocalName == "textarea" ? element.TextContent : element.GetAttribute("value") ?? "").Trim();
    }

    private static async Task<string> AddressAsync(Visitor officer, string record)
    {
        var mark = $"{Guid.CreateVersion7():N}"[^10..];
        switch (record)
        {
            case "arrival":
                await officer.OpenAsync("/quan-tri/van-ban-den/moi");
                await officer.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", $"Đến {mark}"), ("Input.Number", $"{mark}/UBND"), ("Input.From", "UBND huyện An Phú"), ("Input.DatedOn", "2026-06-29"));
                Assert.True(officer.Status == 302, officer.Text);
                return $"{officer.Redirect!.OriginalString}/sua";
            case "book":
                var name = $"Sổ {mark}";
                await PaperHouse.OpenBookAsync(officer, name, $"S{mark.ToUpperInvariant()}", "Plan");
                return officer.Page.QuerySelectorAll("tbody tr").First(tr => tr.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("a[href$='/sua']")!.GetAttribute("href")!;
            default:
                await officer.OpenAsync("/quan-tri/van-ban/ghi-lai");
                await officer.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", $"Ghi lại {mark}"));
                Assert.True(officer.Status == 302, officer.Text);
                return $"{officer.Redirect!.OriginalString}/sua-ghi-lai";
        }
    }
}
