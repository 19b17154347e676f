namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Closes a book: it gives no more numbers, and what it numbered stays.</summary>
internal sealed class CloseBookModel(PaperDesk desk) : BookPage(desk)
{
    protected override void Change() => Book.Close();
}
