using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class PersonNameTests
{
    [Theory]
    [InlineData("Nguyễn Thị Minh Khai", "Nguyễn", "Thị Minh", "Khai")]
    [InlineData(" Lê \u00A0 Lợi ", "Lê", "", "Lợi")]
    [InlineData("Út", "", "", "Út")]
    [InlineData("  ", "", "", "")]
    public void A_name_has_family_middle_and_given_parts(string name, string family, string middle, string given) =>
        Assert.Equal(new PersonName(family, middle, given), PersonName.Parse(name));

    [Fact]
    public void A_name_is_written_as_it_was_read() =>
        VietnameseLetters.Words.Select(VietnameseLetters.Composed).Sample(name =>
            Assert.Equal(name, PersonName.Parse(name).ToString()));
}
