using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Web;

/// <summary>The lines that tell what to mend lead down the page.</summary>
public sealed class ErrorOrderTests(App app)
{
    [Theory]
    [InlineData(Role.DepartmentOfficer, "/quan-tri/bai-viet/moi")]
    [InlineData(Role.AllianceLeader, "/quan-tri/lien-minh/hinh-thuc-khen/moi")]
    public async Task The_lines_of_what_is_wrong_stand_in_the_order_of_the_fields(Role role, string path)
    {
        var person = await (await app.SignedInAsync(role)).OpenAsync(path);

        await person.SubmitAsync("main form[method=post]");

        Assert.Equal(422, person.Status);
        var fields = person.Page.QuerySelectorAll("main form [id]").Select(field => field.Id).ToList();
        var places = person.Page.QuerySelectorAll(".ps-errors a").Select(line => fields.IndexOf(line.GetAttribute("href")![1..])).ToList();
        Assert.True(places.Count > 1, "One line has no order.");
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
