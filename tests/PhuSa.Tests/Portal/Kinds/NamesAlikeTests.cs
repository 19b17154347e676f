using PhuSa.Portal.Articles.Lists;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>Which spellings are one name.</summary>
public sealed class NamesAlikeTests
{
    [Theory]
    [InlineData("UBND tỉnh Phù Sa", "Uỷ ban nhân dân tỉnh Phù Sa")]
    [InlineData("Uỷ ban nhân dân tỉnh Phù Sa", "Ủy ban nhân dân tỉnh Phù Sa")]
    [InlineData("UBND TỈNH PHÙ SA", "  ubnd   tỉnh Phù Sa ")]
    [InlineData("HĐND tỉnh", "Hội đồng nhân dân tỉnh")]
    [InlineData("Bộ KH&CN", "Bộ Khoa học và Công nghệ")]
    [InlineData("Sở KHCN", "Sở Khoa học - và Công nghệ")]
    public void Case_spaces_tones_and_short_forms_make_no_other_name(string name, string other) => Assert.True(NamesAlike.AreAlike(name, other));

    [Theory]
    [InlineData("UBND tỉnh", "UBND huyện")]
    [InlineData("Sở Tài chính", "Sở Tài nguyên")]
    [InlineData("HĐND tỉnh", "UBND tỉnh")]
    [InlineData("Sở", null)]
    public void Another_body_is_another_name(string name, string? other) => Assert.False(NamesAlike.AreAlike(name, other));

    [Fact]
    public void The_choice_is_the_spelling_most_often_used() =>
        Assert.Equal(["Bộ Tài chính", "UBND tỉnh"], NamesAlike.Choices(["Uỷ ban nhân dân tỉnh", "UBND tỉnh", null, "UBND tỉnh", "Ủy ban Nhân dân tỉnh", "Bộ Tài chính"]));
}
