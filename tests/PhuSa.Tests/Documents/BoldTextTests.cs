using PhuSa.Documents.Decree;

namespace PhuSa.Tests.Documents;

public sealed class BoldTextTests
{
    [Fact]
    public void A_letter_with_marks_is_as_wide_as_the_bare_letter()
    {
        Assert.Equal(BoldText.Width("HOA HOC", 13), BoldText.Width("HÒA HỌC", 13));
        Assert.Equal(BoldText.Width("D", 13), BoldText.Width("Đ", 13));

        // 0.667 of 12 points, in twentieths of a point.
        Assert.Equal(160, BoldText.Width("E", 12));
    }

    [Fact]
    public void A_text_that_fits_keeps_its_measure()
    {
        const string text = "SỞ KHOA HỌC";

        Assert.Equal(9071, BoldText.EvenMeasure(text, 14, 9071));
    }

    [Fact]
    public void A_long_text_is_broken_into_even_lines()
    {
        const string text = "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP";
        var full = BoldText.Width("ỦY BAN NHÂN DÂN TỈNH ĐỒNG", 12) + 10;
        var measure = BoldText.EvenMeasure(text, 12, full);

        Assert.InRange(measure, BoldText.Width("ỦY BAN NHÂN DÂN", 12), BoldText.Width("ỦY BAN NHÂN DÂN TỈNH", 12) - 1);
    }

    [Fact]
    public void A_word_wider_than_the_measure_does_not_stop_the_layout() =>
        Assert.InRange(BoldText.EvenMeasure(new string('A', 400) + " B", 14, 4000), 1, 4000);
}
