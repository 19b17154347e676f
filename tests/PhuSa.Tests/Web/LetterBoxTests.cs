using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Web;

public sealed class LetterBoxTests
{
    [Theory]
    [InlineData("ten@coquan.vn")]
    [InlineData("ten.ho+viec@thu.coquan.gov.vn")]
    public void A_whole_address_is_one(string typed) => Assert.True(LetterBox.IsAddress(typed));

    [Theory]
    [InlineData("a@b")]
    [InlineData("a@b.")]
    [InlineData("a@.vn")]
    [InlineData("coquan.vn")]
    [InlineData(" ten@coquan.vn")]
    [InlineData("Tên <ten@coquan.vn>")]
    [InlineData("ten@coquan.vn,khac@coquan.vn")]
    [InlineData("ten@coquan.vn\r\nBcc: khac@coquan.vn")]
    public void What_is_beside_an_address_or_no_whole_one_is_none(string typed) => Assert.False(LetterBox.IsAddress(typed));
}
