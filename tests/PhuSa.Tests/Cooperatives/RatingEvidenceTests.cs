using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Points 20 and 22: the ninth criterion shows the technology taken over, the fifteenth the awards of the year; the points stay a person's.</summary>
public sealed class RatingEvidenceTests(RatingEvidenceTests.House house) : IClassFixture<RatingEvidenceTests.House>
{
    private const string Technology = "Quy trình trồng xoài rải vụ";

    [Theory]
    [InlineData("htx-long-binh", true)]
    [InlineData("htx-an-binh", false)]
    public async Task Point_20_the_ninth_criterion_shows_the_technology_of_that_cooperative_only(string code, bool shown)
    {
        var director = await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync($"{ReportHouse.Own}/2020/diem/2");
        var criterion = director.Page.QuerySelector("[name='Input.Points[c9]']")!;

        Assert.Equal(shown, director.Text.Contains(Technology, StringComparison.Ordinal));
        Assert.Equal(shown, director.Text.Contains("Công nghệ đã tiếp nhận", StringComparison.Ordinal));
        Assert.True(string.IsNullOrEmpty(criterion.GetAttribute("value")));
    }

    [Fact]
    public async Task Point_20_a_technology_taken_over_later_is_not_of_an_earlier_year()
    {
        var director = await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync($"{ReportHouse.Own}/2020/diem/2");

        Assert.DoesNotContain("Quy trình tưới của năm sau", director.Text, StringComparison.Ordinal);
        Assert.Contains("Quy trình tưới của năm sau", (await director.OpenAsync($"{ReportHouse.Own}/2022/diem/2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("htx-long-binh", 2020, true)]
    [InlineData("htx-an-binh", 2020, false)]
    [InlineData("htx-long-binh", 2021, false)]
    public async Task Point_22_the_fifteenth_criterion_shows_the_awards_of_that_cooperative_and_year_only(string code, int year, bool shown)
    {
        var director = await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync($"{ReportHouse.Own}/{year}/diem/3");

        Assert.Equal(shown, director.Text.Contains("Giấy khen, Liên minh HTX tỉnh", StringComparison.Ordinal));
        Assert.True(string.IsNullOrEmpty(director.Page.QuerySelector("[name='Input.Points[c15]']")!.GetAttribute("value")));
        Assert.DoesNotContain("Nguyễn Văn Mẫu", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_who_takes_the_report_in_sees_the_same_beside_both_criteria()
    {
        await house.App.MadeAsync("htx-vinh-binh", 2020, PhuSa.Cooperatives.Reports.ReportStatus.Sent, points: 5);
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        await officer.OpenAsync($"{RegistryHouse.Office}/htx-vinh-binh/bao-cao/2020/nhan");

        Assert.Contains("Quy trình của Vĩnh Bình", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Giấy khen, Liên minh HTX tỉnh", officer.Text, StringComparison.Ordinal);
    }

    public sealed class House : IAsyncLifetime
    {
        private readonly SampleFolder _folder = SampleFolder.Copy()
            .Add("technologies", $"xoai-rai-vu,{Technology},trung-tam-ung-dung,,,2019,adopted,2020-03,htx-long-binh,,,Biên bản bàn giao")
            .Add("technologies", "vinh-binh,Quy trình của Vĩnh Bình,trung-tam-ung-dung,,,2019,adopted,2020-03,htx-vinh-binh,,,Biên bản bàn giao")
            .Add("technologies", "tuoi-nam-sau,Quy trình tưới của năm sau,trung-tam-ung-dung,,,2021,adopted,2022-03,htx-long-binh,,,Biên bản bàn giao")
            .Change("award-decisions", "qd-khen-thuong-2020,,2020-07-09,không", "qd-khen-thuong-2020,2020-06-30,2020-07-09,có")
            .Write("awards", "code,decision,level,form,scope,organisation,recipient_name,source\nkhen-1,qd-khen-thuong-2020,provincial-alliance,commendation,collective,htx-long-binh,,\nkhen-2,qd-khen-thuong-2020,provincial-alliance,commendation,individual,htx-an-binh,Nguyễn Văn Mẫu,\nkhen-3,qd-khen-thuong-2020,provincial-alliance,commendation,collective,htx-vinh-binh,,\n");

        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync(_folder.Root);

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            _folder.Dispose();
        }
    }
}
