using PhuSa.Papers.Books;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Takes the next number of the book.</summary>
internal sealed class NumberModel(PaperDesk desk, OutgoingDesk outgoing) : PaperMovePage(desk, PaperAction.Number)
{
    public PaperBook? Book { get; private set; }

    protected override async Task FillAsync(CancellationToken cancellationToken) => Book = await outgoing.BookOfAsync(Paper, cancellationToken);

    protected override Task MoveAsync(CancellationToken cancellationToken) => outgoing.NumberAsync(Paper, Version, Desk.By, cancellationToken);
}
