using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>A draft may lack words for its pictures and order in its headings; what goes to others may not, whichever way it comes.</summary>
public sealed class UnfinishedTextTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("<h2>Một</h2><h4>Ba</h4><p>Chữ</p>")]
    [InlineData("<p>Chữ</p><table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>")]
    public async Task A_text_with_headings_out_of_order_or_a_table_without_heads_is_not_sent_for_review(string body)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, $"Bài chưa xong {Guid.CreateVersion7():N}", body);

        await room.MoveAsync(writer, id, "gui-bien-tap");

        Assert.Equal(422, writer.Status);
        Assert.NotEmpty(writer.Page.QuerySelectorAll(".ps-error-summary li, [role=alert] li, .ps-errors li"));
    }

    [Theory]
    [InlineData("published", true)]
    [InlineData("draft", false)]
    public async Task A_table_brings_no_published_text_with_headings_out_of_order(string status, bool refused)
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = new PortalFolder();
        folder.Add("articles", $"dao-lon,khcn.hoat-dong-khoa-hoc-cong-nghe,{status},{(refused ? "2026-06-01" : "")},,Đề mục đảo lộn,,<h2>Một</h2><h4>Ba</h4><p>Chữ</p>,,,");

        var result = await app.ImportAsync(folder.Folder);

        Assert.Equal(refused, result.Errors.Any(error => error.ToString()!.Contains("body", StringComparison.Ordinal)));
    }
}
