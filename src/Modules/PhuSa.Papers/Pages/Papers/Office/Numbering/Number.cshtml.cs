using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Books;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Takes the next number of the book: of this year, or, on the first days of January, of the last.</summary>
internal sealed class NumberModel(PaperDesk desk, OutgoingDesk outgoing) : PaperMovePage(desk, PaperAction.Number)
{
    /// <summary>Null: this year.</summary>
    [BindProperty]
    public int? Year { get; set; }

    public PaperBook? Book { get; private set; }

    /// <summary>More than one where the clerk has to say which.</summary>
    public IReadOnlyList<int> Years => Book is { } book ? outgoing.YearsOf(book) : [];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await base.FindAsync(cancellationToken))
        {
            return false;
        }

        Book = Paper.BookId is null ? null : await outgoing.BookOfAsync(Paper, cancellationToken);
        return true;
    }

    protected override Task MoveAsync(CancellationToken cancellationToken) => outgoing.NumberAsync(Paper, Version, Year, Desk.By, cancellationToken);
}
