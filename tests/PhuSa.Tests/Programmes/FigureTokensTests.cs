using PhuSa.Platform.Figures;
using PhuSa.Programmes.Printing;

namespace PhuSa.Tests.Programmes;

public sealed class FigureTokensTests
{
    [Fact]
    public void A_sentence_is_cut_into_words_and_figures()
    {
        var pieces = FigureTokens.Cut("Có {marks.granted}, {a.b-c:number} và {plan.2020.x:target}.", out var problem);

        Assert.Null(problem);
        Assert.Equal(["Có ", "{marks.granted}", ", ", "{a.b-c:number}", " và ", "{plan.2020.x:target}", "."], pieces.Select(p => p.Words));
        Assert.Equal(["marks.granted", "a.b-c", "plan.2020.x"], pieces.Select(p => p.Figure).OfType<string>());
        Assert.Equal([TokenForm.Whole, TokenForm.Number, TokenForm.Target], pieces.Where(p => p.Figure is not null).Select(p => p.Form));
    }

    [Theory]
    [InlineData("{marks.granted", "{marks.granted")]
    [InlineData("Có {Marks} đó", "{Marks}")]
    [InlineData("{a:value} nữa", "{a:value}")]
    [InlineData("{} trống", "{}")]
    [InlineData("thừa } ngoặc", "}")]
    public void What_looks_like_a_token_and_is_none_is_named(string text, string named)
    {
        FigureTokens.Cut(text, out var problem);

        Assert.StartsWith($"“{named}” không phải", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1L, "buổi", false, "01 buổi")]
    [InlineData(9L, "hợp tác xã", false, "09 hợp tác xã")]
    [InlineData(10L, "buổi", false, "10 buổi")]
    [InlineData(0L, "buổi", false, "0 buổi")]
    [InlineData(2_500_000L, "đồng", false, "2.500.000 đồng")]
    [InlineData(5L, "đồng", false, "5 đồng")]
    [InlineData(7L, "%", false, "7 %")]
    [InlineData(50L, "đại biểu", true, "khoảng 50 đại biểu")]
    [InlineData(1234L, "", false, "1.234")]
    [InlineData(null, "buổi", false, "chưa có dữ liệu")]
    public void A_figure_is_printed_as_reports_write_it(long? value, string unit, bool approximate, string printed) =>
        Assert.Equal(printed, FigureWords.WithUnit(value, unit, approximate));

    [Fact]
    public void Point_05_verdicts_keep_their_own_words_and_tones()
    {
        var lines = Verdicts.Of([new("Đơn vị", "A"), new("Đối tượng", "Đáp ứng"), new("Lĩnh vực", null), new("Mức", "Cần hoàn chỉnh"), new("Nguồn", "B")]);

        Assert.Equal([("Đối tượng", "Đáp ứng", "good"), ("Lĩnh vực", "Chưa có dữ liệu", "unknown"), ("Mức", "Cần hoàn chỉnh", "act")], lines.Select(l => (l.Label, l.Word, l.Tone)));
        Assert.Equal(["Đơn vị", "Nguồn"], Verdicts.Of([new("Đơn vị", "A"), new("Nguồn", "B")]).Select(l => l.Label));
    }

    [Fact]
    public void Records_that_are_not_public_are_not_listed_in_groups()
    {
        var groups = EvidenceGroups.Of(ProgrammesApp.Six);

        Assert.Equal(["Gạo thử", "Nước ép thử", "Quả thử"], groups.Select(g => g.Name));
        Assert.DoesNotContain(groups.SelectMany(g => g.Records), e => e.Title == "Hợp tác xã Giấu");
    }

    [Fact]
    public void The_sample_review_stands_on_every_figure_of_the_programme()
    {
        var text = File.ReadAllText(Path.Combine(App.Samples, "review-parts.csv"));
        string[] codes =
        [
            "marks.first-batch-holders", "marks.cooperatives-granted", "marks.without-grant", "collective-marks.filings-supported",
            "collective-marks.filing-support-paid", "collective-marks.contracts-liquidated", "collective-marks.amount-liquidated",
            "events.supply-demand-sessions", "events.workshop-delegates", "events.workshop-businesses-and-cooperatives", "events.attendance-rate",
            "technology.finished-without-adopter", "support.replies-given", "alliance.members-admitted", "alliance.awards-given",
            "alliance.memoranda-signed", "plan.2020.supply-demand-sessions",
        ];

        Assert.All(codes, code => Assert.Contains($"{{{code}}}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Origin_words_tell_typed_from_computed()
    {
        var figure = PhuSa.Programmes.Reviews.FigureState.Gone("x");

        Assert.Equal("Chưa có dữ liệu", OriginWords.Of(figure));
        Assert.Equal("Chỉ tiêu nhập tay, theo kế hoạch", OriginWords.Of(figure with { Target = 4 }));
        Assert.Equal("Tính từ hồ sơ", OriginWords.Of(figure with { Value = 1 }));
        Assert.Equal("Nhập tay, theo nguồn", OriginWords.Of(figure with { Value = 1, Origin = FigureOrigin.Manual }));
        Assert.Equal("Nhập tay, ước chừng theo nguồn", OriginWords.Of(figure with { Value = 1, Origin = FigureOrigin.Manual, Approximate = true }));
    }
}
