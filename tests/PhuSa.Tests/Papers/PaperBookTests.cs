using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Papers;

/// <summary>A paper that the house writes: its symbol, its number, its signature and its end.</summary>
public class PaperBookTests
{
    private static readonly Actor Clerk = new("Văn thư");
    private static readonly DateTime Now = App.Start.UtcDateTime;
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly PaperSignature Deputy = new(SigningAuthority.Deputy, "Giám đốc", "Phó Giám đốc", "Trần Văn Bình");

    [Theory]
    [InlineData(5, PaperKind.Report, null, null, "05/BC-SKHCN")]
    [InlineData(123, PaperKind.Letter, "QLCN", null, "123/SKHCN-QLCN")]
    [InlineData(9, PaperKind.Letter, null, null, "09/SKHCN")]
    [InlineData(71, PaperKind.Decision, null, 2019, "71/2019/QĐ-SKHCN")]
    [InlineData(100, PaperKind.Submission, null, null, "100/TTr-SKHCN")]
    [InlineData(12, PaperKind.Memorandum, null, null, "12/BGN-SKHCN")]
    public void Point_25_a_number_is_written_as_the_decree_orders(int number, PaperKind kind, string? unit, int? legalYear, string written) =>
        Assert.Equal(written, PaperSymbol.Write(number, kind, "SKHCN", unit, legalYear));

    [Fact]
    public void The_seeds_decision_is_written_and_found_however_it_is_mistyped()
    {
        var written = PaperSymbol.Write(71, PaperKind.Decision, "UBND", null, 2019);

        Assert.Equal("71/2019/QĐ-UBND", written);
        Assert.True(PaperNumber.AreSame("71/2019/QĐUBND", written));
    }

    [Fact]
    public void A_legal_act_needs_the_letters_of_its_kind() =>
        Assert.Throws<RefusedException>(() => PaperSymbol.Write(1, PaperKind.Letter, "UBND", null, 2026));

    [Fact]
    public void Every_kind_has_its_words_and_no_two_the_same_letters()
    {
        Assert.Equal(Enum.GetValues<PaperKind>().Order(), PaperWords.All.Select(words => words.Kind).Order());
        Assert.Equal(30, PaperWords.All.Count);
        var letters = PaperWords.All.Select(words => words.Symbol).OfType<string>().ToList();
        Assert.Equal(letters.Count, letters.Distinct().Count());
    }

    [Fact]
    public void A_book_numbers_its_own_kinds_only()
    {
        var refused = Assert.Throws<RefusedException>(() => Draft(Book(PaperKind.Letter)));

        Assert.Equal("Sổ “{0}” không cấp số cho loại văn bản này.", refused.Text);
    }

    [Fact]
    public void A_paper_goes_from_draft_to_number_to_signature_to_issue()
    {
        var book = Book(PaperKind.Report);
        var paper = Draft(book);
        Assert.Null(paper.Number);

        paper.TakeNumber(book, 2026, 5, Clerk, Now);
        paper.Sign(Deputy, Today, Today, Clerk, Now);
        paper.Issue(Today, Today, Clerk, Now);

        Assert.Equal(("05/BC-SKHCN", PaperStatus.Issued, Today), (paper.Number, paper.Status, paper.IssuedOn));
        Assert.Equal(RecordTime.Day(Today), paper.SignedOn);
        Assert.Equal(("KT. Giám đốc", "Phó Giám đốc"), (paper.Signature!.AuthorityLine, paper.Signature.PositionLine));
        Assert.Contains("05 bc skhcn", paper.SearchText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-12-31"), InlineData("2027-01-01"), InlineData("2026-07-02")]
    public void A_number_belongs_to_its_year_and_nobody_signs_tomorrow(string day) =>
        Assert.Throws<RefusedException>(() => Numbered().Sign(Deputy, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today, Clerk, Now));

    [Fact]
    public void A_paper_does_not_go_out_before_it_is_signed()
    {
        var paper = Numbered();
        Assert.Throws<RefusedException>(() => paper.Issue(Today, Today, Clerk, Now));

        paper.Sign(Deputy, Today.AddDays(-1), Today, Clerk, Now);

        Assert.Throws<RefusedException>(() => paper.Issue(Today.AddDays(-2), Today, Clerk, Now));
        Assert.Equal(PaperStatus.Signed, paper.Status);
    }

    [Fact]
    public void Point_30_a_numbered_paper_is_not_dropped_and_keeps_its_kind()
    {
        var book = Book(PaperKind.Report, PaperKind.Plan);
        var paper = Draft(book);
        paper.TakeNumber(book, 2026, 5, Clerk, Now);

        Assert.Throws<RefusedException>(() => paper.Drop(null, Clerk, Now));
        Assert.Throws<RefusedException>(() => paper.Rewrite(book, Content(book) with { Kind = PaperKind.Plan }));
        paper.Rewrite(book, Content(book) with { Title = "Tên khác" });
        Assert.Equal("Tên khác", paper.Title);
    }

    [Fact]
    public void What_is_signed_stays_as_it_was_signed()
    {
        var book = Book(PaperKind.Report);
        var paper = Draft(book);
        paper.TakeNumber(book, 2026, 5, Clerk, Now);
        paper.Sign(Deputy, Today, Today, Clerk, Now);

        Assert.Throws<RefusedException>(() => paper.Rewrite(book, Content(book) with { Title = "Tên khác" }));
        Assert.Throws<RefusedException>(() => paper.Describe(new PaperContent { Kind = PaperKind.Report, Number = "05/BC-SKHCN", Title = "Tên khác" }));
    }

    [Fact]
    public void Point_30_a_number_voided_before_the_paper_went_out_is_not_shown_to_readers()
    {
        var paper = Numbered();

        paper.Void("Trùng nội dung", Clerk, Now);

        Assert.Equal((PaperStatus.Voided, false, "05/BC-SKHCN"), (paper.Status, paper.IsPublic, paper.Number));
    }

    [Theory]
    [InlineData(SigningAuthority.Head, "Giám đốc", null, "Giám đốc")]
    [InlineData(SigningAuthority.Acting, "Giám đốc", null, "Q. Giám đốc")]
    [InlineData(SigningAuthority.OnBehalf, "Chủ tịch", "TM. UBND tỉnh", "Chủ tịch")]
    [InlineData(SigningAuthority.ByOrder, "Chánh Văn phòng", "TL. UBND tỉnh", "Chánh Văn phòng")]
    [InlineData(SigningAuthority.Authorised, "Trưởng phòng", "TUQ. UBND tỉnh", "Trưởng phòng")]
    internal void A_signature_says_in_whose_name_it_stands(SigningAuthority authority, string position, string? line, string positionLine)
    {
        var signature = new PaperSignature(authority, "UBND tỉnh", position, "Nguyễn Văn An");

        Assert.Equal((line, positionLine), (signature.AuthorityLine, signature.PositionLine));
    }

    [Fact]
    public void A_book_counts_on_from_the_paper_book_in_its_first_year_only()
    {
        var book = new PaperBook(Guid.CreateVersion7(App.Start), Guid.CreateVersion7(App.Start), new("Sổ", "SKHCN", [PaperKind.Report], IsLegal: false, FirstYear: 2026, UsedBefore: 41));

        Assert.Equal((41, 0), (book.Before(2026), book.Before(2027)));
    }

    private static Paper Numbered()
    {
        var book = Book(PaperKind.Report);
        var paper = Draft(book);
        paper.TakeNumber(book, 2026, 5, Clerk, Now);
        return paper;
    }

    private static PaperBook Book(params PaperKind[] kinds) =>
        new(Guid.CreateVersion7(App.Start), Guid.CreateVersion7(App.Start), new("Văn bản hành chính", "SKHCN", kinds, IsLegal: false, FirstYear: 2026, UsedBefore: 0));

    private static PaperDraft Content(PaperBook book) => new() { Kind = PaperKind.Report, BookId = book.Id, Title = "Kết quả 6 tháng đầu năm", IsPublic = true };

    private static Paper Draft(PaperBook book) => new(Guid.CreateVersion7(App.Start), book, Content(book), Clerk, Now);
}
