using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Papers;

public class PaperTests
{
    private static readonly Actor Clerk = new("Văn thư");
    private static readonly DateTime Now = App.Start.UtcDateTime;

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Recorded --Void--> Voided
        Draft --Number--> Numbered
        Draft --Drop--> Dropped
        Numbered --Sign--> Signed
        Numbered --Void--> Voided
        Signed --Issue--> Issued
        Signed --CorrectSigning--> Signed
        Signed --Void--> Voided
        Issued --CorrectSigning--> Issued
        Issued --Void--> Voided
        """.ReplaceLineEndings("\n"),
        PaperFlow.Table.ToString());

    [Fact]
    public void Point_30_a_voided_number_keeps_its_reason_and_the_paper_stays_as_it_was()
    {
        var paper = Recorded();

        paper.Void("Ghi trùng số", Clerk, Now);

        Assert.Equal(PaperStatus.Voided, paper.Status);
        Assert.Equal("Ghi trùng số", paper.Steps[^1].Why);
        Assert.Throws<RefusedException>(() => paper.Describe(Content() with { Title = "Tên khác" }));
        Assert.Throws<RefusedException>(() => paper.Void("Lần nữa", Clerk, Now));
        paper.Describe(Content());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Point_30_a_number_is_not_voided_without_a_reason(string reason) =>
        Assert.Throws<RefusedException>(() => Recorded().Void(reason, Clerk, Now));

    [Fact]
    public void Point_30_a_known_number_is_never_taken_away() =>
        Assert.Throws<RefusedException>(() => Recorded().Describe(Content() with { Number = null }));

    [Theory]
    [InlineData("71/2019/QĐ-UBND", "71/2019/QĐUBND", true)]
    [InlineData("71/2019/QĐ-UBND", "71/2019/qđ - ubnd", true)]
    [InlineData("71/2019/QĐ-UBND", "071/2019/QD-UBND", true)]
    [InlineData("71/2019/QĐ-UBND", "71/2019/Q\u0110-UBND", true)]
    [InlineData("71/2019/QĐ-UBND", "7/12019/QĐ-UBND", false)]
    [InlineData("71/2019/QĐ-UBND", "71/2020/QĐ-UBND", false)]
    [InlineData("71/2019/QĐ-UBND", "71/2019/QĐ-TTg", false)]
    [InlineData("71/2019/QĐ-UBND", "", false)]
    public void A_mistyped_number_is_recognised_and_another_number_is_not(string one, string other, bool same) =>
        Assert.Equal(same, PaperNumber.AreSame(one, other));

    [Theory]
    [InlineData("71/2019/QĐ-UBND", "071/2019/qđ ubnd", true)]
    [InlineData("71/2019/QĐ-UBND", "71/2019/QĐUBND", true)]
    [InlineData("07/HĐ-SKHCN", "07/HD-SKHCN", false)]
    [InlineData("03/ĐA-SKHCN", "03/DA-SKHCN", false)]
    [InlineData("1-21/BC-SKHCN", "12-1/BC-SKHCN", false)]
    [InlineData("1-21/BC-SKHCN", "121/BC-SKHCN", false)]
    [InlineData("1-21/BC-SKHCN", "1 – 21/BC-SKHCN", true)]
    [InlineData("", "", false)]
    public void A_second_entry_is_one_with_the_same_letters_also_where_search_finds_both(string one, string other, bool oneNumber) =>
        Assert.Equal(oneNumber, PaperNumber.AreOne(one, other));

    [Fact]
    public void A_number_is_kept_exactly_as_written() => Assert.Equal("71/2019/QĐUBND", Recorded(Content() with { Number = "71/2019/QĐUBND" }).Number);

    private static PaperContent Content() => new() { Kind = PaperKind.Decision, Number = "71/2019/QĐ-UBND", Title = "Quy định hỗ trợ", IsPublic = true };

    private static Paper Recorded(PaperContent? content = null) => new(Guid.CreateVersion7(App.Start), "qd-71", content ?? Content(), Clerk, Now);
}
