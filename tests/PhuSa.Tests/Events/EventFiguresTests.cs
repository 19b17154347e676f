using PhuSa.Platform.Figures;

namespace PhuSa.Tests.Events;

public sealed class EventFiguresTests(App app)
{
    private const string Attendance = "event,group,count,approximate,source";

    [Fact]
    public async Task The_supply_demand_sessions_are_counted_each_with_its_topic()
    {
        var reading = await app.InReviewAsync("events.supply-demand-sessions");

        Assert.Equal(3, reading.Value);
        Assert.Equal(FigureOrigin.Computed, reading.Origin);
        Assert.Equal(
            [
                "Giới thiệu một số công nghệ điều khiển tự đông trong nông nghiệp",
                "Thúc đẩy hợp tác nghiên cứu, ứng dụng, chuyển giao công nghệ nâng cao năng lực cạnh tranh tại vùng Đồng bằng sông Cửu Long",
                "Ứng dụng một số công nghệ sấy nông sản, thực phẩm",
            ],
            reading.Evidence.Select(e => e.Fact("Chủ đề theo nguồn")));
        Assert.Contains(reading.Evidence, e => e.Title == "Giới thiệu một số công nghệ điều khiển tự động trong nông nghiệp");
        Assert.All(reading.Evidence, e => Assert.Null(e.Fact("Thời gian tổ chức")));
    }

    [Fact]
    public async Task Sessions_without_a_date_are_unknown_for_one_year_alone()
    {
        var reading = await app.InYearAsync("events.supply-demand-sessions", 2020);

        Assert.Null(reading.Value);
        Assert.Equal(Counting.UndatedRecords, reading.Missing);
        Assert.Equal(3, reading.Evidence.Count);
    }

    [Fact]
    public async Task A_workshop_of_which_only_the_year_is_known_counts_in_the_review()
    {
        var reading = await app.InReviewAsync("events.workshop-delegates");

        Assert.Equal(90, reading.Value);
        Assert.Equal(FigureOrigin.Manual, reading.Origin);
        Assert.False(reading.Approximate);
        var workshop = Assert.Single(reading.Evidence);
        Assert.Equal("2019", workshop.Fact("Thời gian tổ chức"));
        Assert.Equal("Bài đăng ngày 13/07/2020", workshop.Fact("Nguồn"));
    }

    [Fact]
    public async Task A_year_without_a_recorded_workshop_has_no_number_of_delegates_not_zero()
    {
        var reading = await app.InYearAsync("events.workshop-delegates", 2020);

        Assert.Null(reading.Value);
        Assert.Empty(reading.Evidence);
        Assert.NotNull(reading.Missing);
    }

    [Fact]
    public async Task Point_23_an_approximate_count_stays_approximate_wherever_it_is_shown()
    {
        var reading = await app.InReviewAsync("events.workshop-businesses-and-cooperatives");

        Assert.Equal(50, reading.Value);
        Assert.True(reading.Approximate);
        Assert.Equal(FigureOrigin.Manual, reading.Origin);
        Assert.Equal("khoảng 50", Assert.Single(reading.Evidence).Fact("Đại biểu là doanh nghiệp và hợp tác xã"));
    }

    [Fact]
    public async Task Point_23_the_attendance_rate_is_unknown_while_invited_and_present_are_not_recorded()
    {
        var reading = await app.InReviewAsync("events.attendance-rate");

        Assert.Null(reading.Value);
        Assert.Contains("được mời", reading.Missing, StringComparison.Ordinal);
        var workshop = Assert.Single(reading.Evidence);
        Assert.Null(workshop.Fact("Số đơn vị được mời"));
        Assert.Null(workshop.Fact("Số đơn vị được mời đã có mặt"));
    }

    [Fact]
    public async Task Point_23_the_attendance_rate_follows_from_invited_and_present()
    {
        using var folder = Folder.OfSamples().With(
            "event-attendance",
            Attendance,
            "hoi-thao-nang-luc-2019,invited-organisations,40,không,Sổ mời",
            "hoi-thao-nang-luc-2019,present-organisations,25,có,Sổ điểm danh");
        await using var own = await App.StartAsync(folder.Root);

        var rate = await own.InReviewAsync("events.attendance-rate");
        var delegates = await own.InReviewAsync("events.workshop-delegates");

        Assert.Equal(63, rate.Value);
        Assert.True(rate.Approximate);
        Assert.Null(delegates.Value);
        Assert.Equal(Counting.AmountsMissing, delegates.Missing);
        Assert.Equal(FigureOrigin.Manual, delegates.Origin);
    }

    [Fact]
    public async Task Importing_the_samples_again_changes_nothing_and_a_changed_count_changes_one_record()
    {
        using var folder = Folder.OfSamples();
        await using var own = await App.StartAsync(folder.Root);
        await own.ForgetImportedRowsAsync();

        var again = await own.ImportAsync(folder.Path);
        folder.Changed("event-attendance", ",90,", ",91,").Changed("events", "Hội trường khách sạn Hòa Bình 2", "Hội trường lớn");
        var changed = await own.ImportAsync(folder.Path);

        Assert.Empty(again.Errors);
        Assert.Equal((0, 0), (again.Created, again.Changed));
        Assert.Empty(changed.Errors);
        Assert.Equal((0, 2), (changed.Created, changed.Changed));
        Assert.Equal(91, (await own.InReviewAsync("events.workshop-delegates")).Value);
    }

    [Fact]
    public async Task A_part_larger_than_its_whole_is_refused_with_its_line()
    {
        using var folder = Folder.OfSamples().Changed("event-attendance", ",50,", ",95,");

        var result = await app.ImportAsync(folder.Path, dryRun: true);

        var error = Assert.Single(result.Errors);
        Assert.Equal(("event-attendance.csv", 3, "count"), (error.File, error.Line, error.Column));
    }

    [Fact]
    public async Task An_event_that_was_held_cannot_become_planned_again_by_import()
    {
        using var folder = Folder.OfSamples().Changed("events", "2020-07-09,held", "2020-07-09,planned");

        var result = await app.ImportAsync(folder.Path, dryRun: true);

        Assert.Equal(6, Assert.Single(result.Errors).Line);
    }

    [Fact]
    public async Task A_planned_session_is_not_counted()
    {
        using var folder = Folder.OfSamples().Changed("events", "Trung tâm Ứng dụng tiến bộ KHCN,,,held", "Trung tâm Ứng dụng tiến bộ KHCN,,,planned");
        await using var own = await App.StartAsync(folder.Root);

        Assert.Equal(0, (await own.InReviewAsync("events.supply-demand-sessions")).Value);
    }
}
