using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>Structure and officials' contacts, from the form to a phone.</summary>
public sealed class DirectoryTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Unit = "Input.Directory.Units[0].";

    [Fact]
    public async Task Units_and_officials_stand_in_their_order_with_numbers_to_dial()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "danh-ba", "Cơ cấu của Sở", (Unit + "Name", "Văn phòng"), (Unit + "Phone", "0296 3852 212"), (Unit + "Email", "vanphong@example.gov.vn"),
            (Unit + "Officials[0].Name", "Trần Thị B"), (Unit + "Officials[0].Order", "20"), (Unit + "Officials[1].Name", "Nguyễn Văn A"), (Unit + "Officials[1].Position", "Chánh Văn phòng"), (Unit + "Officials[1].Order", "10"));
        await room.DoneAsync(writer, id, "sua", ("Input.Directory.Units[1].Name", "Ban Giám đốc"), ("Input.Directory.Units[1].Order", "1"), ("Input.Directory.Units[1].Officials[0].Name", "Lê Văn C"));

        await room.PublishAsync(writer, id);

        var page = await room.App.Visit().OpenAsync("/gioi-thieu/co-cau-cua-so");
        Assert.Equal(200, page.Status);
        Assert.Equal(["Ban Giám đốc", "Văn phòng"], page.Page.QuerySelectorAll("main section h2").Select(unit => unit.TextContent).Take(2));
        Assert.Equal(["Lê Văn C", "Nguyễn Văn A", "Trần Thị B"], page.Page.QuerySelectorAll("main tbody th").Select(who => who.TextContent));
        Assert.NotNull(page.Page.QuerySelector("main a[href='tel:02963852212']"));
        Assert.NotNull(page.Page.QuerySelector("main a[href='mailto:vanphong@example.gov.vn']"));
        Assert.All(page.Page.QuerySelectorAll("main table.ps-sheets tbody td"), cell => Assert.NotNull(cell.GetAttribute("data-th")));
        Assert.Contains("Cơ cấu của Sở", (await room.App.Visit().OpenAsync("/gioi-thieu")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cơ cấu của Sở", string.Join(' ', (await room.App.Visit().OpenAsync("/")).Page.QuerySelectorAll(".ps-news").Select(list => list.TextContent)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phone", "gọi cho tôi", "Số điện thoại chỉ gồm chữ số")]
    [InlineData("Email", "khong-phai-thu", "Thư điện tử cần có dạng")]
    [InlineData("Officials[0].Position", "Giám đốc", "Nhập họ tên")]
    [InlineData("Officials[0].Phone", "tel:1<script>", "Số điện thoại chỉ gồm chữ số")]
    [InlineData("Order", "đầu", "đầu")]
    public async Task A_fact_that_cannot_be_taken_is_refused_beside_its_field(string field, string value, string message)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "danh-ba", "Thử sai danh bạ");

        await room.MoveAsync(writer, id, "sua", (Unit + "Name", "Đơn vị"), (Unit + field, value));

        Assert.Equal(422, writer.Status);
        Assert.Contains(message, writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Đơn vị", writer.Page.QuerySelector("#Input_Directory_Units_0__Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_cleared_line_is_gone_and_the_form_always_has_room()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "danh-ba", "Xoá dòng", (Unit + "Name", "Văn phòng"), (Unit + "Officials[0].Name", "Người đi"), (Unit + "Officials[1].Name", "Người ở"));
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        Assert.Equal(3, writer.Page.QuerySelectorAll("input[name$='.Name'][name*='Units']:not([name*='Officials'])").Length);
        Assert.Equal(4, writer.Page.QuerySelectorAll("input[name*='Units[0].Officials'][name$='.Name']").Length);

        await writer.SubmitAsync(Writing.Form, (Unit + "Officials[0].Name", ""));

        Assert.Equal(302, writer.Status);
        var facts = (DirectoryFacts)(await room.VersionsAsync(id))[^1].Read().Facts!;
        Assert.Equal(["Người ở"], Assert.Single(facts.Units).Officials.Select(who => who.Name));
    }
}
