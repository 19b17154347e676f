using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class SlugTests
{
    [Theory]
    [InlineData("Hợp tác xã Đồng Tiến, 2020!", "hop-tac-xa-dong-tien-2020")]
    [InlineData("--Hoà--Bình--", "hoa-binh")]
    [InlineData("", "khong-ten")]
    [InlineData("– ✓ –", "khong-ten")]
    [InlineData("Мир hòa bình", "hoa-binh")]
    public void A_slug_is_the_text_without_marks(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Theory]
    [InlineData("nông nghiệp sạch", 16, "nong-nghiep-sach")]
    [InlineData("nông nghiệp sạch", 15, "nong-nghiep")]
    [InlineData("nông nghiệp sạch", 11, "nong-nghiep")]
    [InlineData("nông nghiệp sạch", 10, "nong")]
    [InlineData("nôngnghiệpsạch", 10, "nongnghiep")]
    public void A_long_slug_is_cut_at_the_end_of_a_word(string text, int maxLength, string slug) =>
        Assert.Equal(slug, Slug.From(text, maxLength));

    [Fact]
    public void No_room_for_a_nameless_thing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Slug.From("a", Slug.Nameless.Length - 1));

    [Fact]
    public void A_slug_is_safe_in_an_address_and_its_own_slug() =>
        Gen.Select(Gen.OneOf(Gen.String, VietnameseLetters.Words.Select(VietnameseLetters.Composed)), Gen.Int[9, 40]).Sample((text, maxLength) =>
        {
            var slug = Slug.From(text, maxLength);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
            Assert.InRange(slug.Length, 1, maxLength);
            Assert.Equal(slug, Slug.From(slug, maxLength));
        });
}
