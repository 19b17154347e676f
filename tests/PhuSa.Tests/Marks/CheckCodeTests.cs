using PhuSa.Marks.Grants;

namespace PhuSa.Tests.Marks;

/// <summary>Point 13: the code that is printed on a label.</summary>
public sealed class CheckCodeTests
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void Point_13_a_code_is_read_however_it_is_typed()
    {
        var code = CheckCode.New(Draw(Letters.IndexOf('0', StringComparison.Ordinal), Letters.IndexOf('1', StringComparison.Ordinal), 12));
        var written = CheckCode.Written(code);

        Assert.All(
            new[] { code, written, code.ToLowerInvariant(), written.Replace('-', ' '), written.Replace('-', '–'), $"  {written} ", written.Replace('0', 'O').Replace('1', 'I'), written.Replace('0', 'o').Replace('1', 'l') },
            typed => Assert.Equal(code, CheckCode.Read(typed).Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3M")]
    [InlineData("7K3M-Q2X8-D0HT-7")]
    [InlineData("7K3M-Q2X8-D0H<")]
    [InlineData("7K3M-Q2X8-D0HU")]
    [InlineData("Mã kiểm tra")]
    public void What_has_not_the_shape_of_a_code_is_none_and_not_mistyped(string? typed) => Assert.Equal(default, CheckCode.Read(typed));

    [Fact]
    public void What_is_far_too_long_is_not_even_looked_at() => Assert.Equal(default, CheckCode.Read(new string('-', 1_000_000)));

    [Fact]
    public void Point_13_one_wrong_character_is_told_as_mistyped_wherever_it_is()
    {
        var code = CheckCode.New();
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var letter in Letters.Where(letter => letter != code[place]))
            {
                var typed = code[..place] + letter + code[(place + 1)..];
                Assert.Equal(new TypedCheckCode(null, IsMistyped: true), CheckCode.Read(typed));
            }
        }
    }

    [Fact]
    public void Point_13_two_neighbours_swapped_are_told_as_mistyped_wherever_they_are()
    {
        for (var round = 0; round < 1000; round++)
        {
            var code = CheckCode.New();
            for (var place = 0; place < code.Length - 1; place++)
            {
                var typed = $"{code[..place]}{code[place + 1]}{code[place]}{code[(place + 2)..]}";
                Assert.True(typed == code || CheckCode.Read(typed).IsMistyped, $"{code} {typed}");
            }
        }
    }

    [Fact]
    public void A_code_carries_at_least_fifty_random_bits_and_every_letter_is_drawn()
    {
        var asked = 0;
        CheckCode.New(most =>
        {
            Assert.Equal(32, most);
            return asked++;
        });
        Assert.True(asked * 5 >= 50);

        var codes = Enumerable.Range(0, 20_000).Select(_ => CheckCode.New()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(20_000, codes.Count);
        Assert.All(Enumerable.Range(0, CheckCode.Length), place => Assert.Equal(32, codes.Select(code => code[place]).Distinct().Count()));
    }

    [Fact]
    public void Of_a_million_random_codes_each_is_a_code_mistyped_or_none_and_none_is_an_other_one()
    {
        var known = CheckCode.New();
        var random = new Random(20_200_713);
        var fitting = 0;
        Span<char> typed = stackalloc char[CheckCode.Length];
        for (var i = 0; i < 1_000_000; i++)
        {
            for (var place = 0; place < typed.Length; place++)
            {
                typed[place] = Letters[random.Next(Letters.Length)];
            }

            var read = CheckCode.Read(typed.ToString());
            Assert.NotEqual(known, read.Code);
            Assert.NotEqual(read.Code is null, !read.IsMistyped);
            fitting += read.Code is null ? 0 : 1;
        }

        Assert.InRange(fitting, 1_000_000 / 40, 1_000_000 / 25);
    }

    private static Func<int, int> Draw(params int[] numbers)
    {
        var next = 0;
        return _ => numbers[next++ % numbers.Length];
    }
}
