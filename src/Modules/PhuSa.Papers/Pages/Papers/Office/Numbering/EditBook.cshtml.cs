using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>
/// Changes the name of a book of the person's own organisation and the kinds it numbers; its letters and its counting stay. Whoever was overtaken sees
/// both versions and loses nothing.
/// </summary>
internal sealed class EditBookModel(PaperDesk desk, OutgoingDesk outgoing, Texts text) : EditingPage<BookInput>(desk.Db, text), IBookForm, IPaperEditing
{
    [FromRoute]
    public Guid Id { get; set; }

    public PaperBook Book { get; private set; } = null!;

    public string Address => PapersRights.Books;

    protected override string Home => Address;

    protected override bool MayBegin => !Book.IsClosed;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Book = (await desk.Reach.OwnBooks().SingleOrDefaultAsync(b => b.Id == Id, cancellationToken))!;
        return Book is not null;
    }

    protected override BookInput Stored() => new() { Name = Book.Name, Kinds = [.. Book.Kinds], GoverningBody = Book.GoverningBody, PrintedName = Book.PrintedName };

    protected override IEnumerable<(string Label, string? Words)> Told(BookInput input) =>
    [
        ("Tên sổ", PaperTold.Line(input.Name)),
        ("Loại văn bản đánh số chung trong sổ này", string.Join("; ", PaperWords.All.Where(words => input.Kinds?.Contains(words.Kind) is true).Select(words => words.Name))),
        ("Cơ quan chủ quản", PaperTold.Line(input.GoverningBody)),
        ("Tên cơ quan in trên văn bản", PaperTold.Line(input.PrintedName)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && !Book.IsClosed && await outgoing.OverlappingAsync(Book.Id, Book.IssuerId, Book.Symbol, Book.IsLegal, Input.Kinds!, cancellationToken) is { } other)
        {
            Wrong("Input.Kinds", "Sổ “{0}” đang mở đã đánh số cho loại văn bản này với cùng ký hiệu. Bỏ loại này ở một trong hai sổ.", other.Name);
        }
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (Book.IsClosed)
        {
            throw new RefusedException("Sổ này đã đóng.");
        }

        Book.Change(Input.Name!.Trim(), Input.Kinds!, Input.Governing, Input.Printed);
        await outgoing.TouchOthersAsync(Book.Id, Book.IssuerId, Book.Symbol, Book.IsLegal, cancellationToken);
    }
}
