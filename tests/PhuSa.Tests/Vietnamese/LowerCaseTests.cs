using System.Text;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public sealed class LowerCaseTests
{
    [Fact]
    public void A_capital_folds_as_its_small_letter_does() =>
        Assert.All(Enumerable.Range(0, 0x3000).Append(0x1D400).Append(0x10400).Select(value => new Rune(value)), letter =>
            Assert.Equal(SearchText.Fold(Rune.ToLowerInvariant(letter).ToString()), SearchText.Fold(letter.ToString())));
}
