using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>A field that two people wrote differently.</summary>
/// <param name="Name">Vietnamese, a key of the module's English table.</param>
internal sealed record TwoWords(string Name, string? Theirs, string? Mine);

/// <summary>Changes a paper that is not signed yet. Whoever was overtaken sees both versions and loses nothing.</summary>
internal sealed class EditModel(PaperDesk desk, Texts text) : PaperOfficePage(desk), IPaperForm
{
    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<PaperBook> Books { get; private set; } = [];

    public IReadOnlyList<TwoWords> Conflict { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Paper is not { BookId: not null, MayBeWritten: true })
        {
            return NotFound();
        }

        await PrepareAsync(cancellationToken);
        Version = Paper.Version;
        Input = PaperInput.Of(Paper);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Paper.BookId is null)
        {
            return NotFound();
        }

        await PrepareAsync(cancellationToken);
        if (Input.Read(Books, ModelState, text) is not { } read)
        {
            return Invalid();
        }

        if (Paper.MayBeWritten && Paper.Version != Version)
        {
            return Overtaken();
        }

        Desk.Db.Entry(Paper).Property(p => p.Version).OriginalValue = Version;
        Paper.Rewrite(read.Book, read.Draft);
        await Desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        Books = await Desk.Reach.OwnBooks().Where(b => !b.IsClosed || b.Id == Paper.BookId).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);

    private PageResult Overtaken()
    {
        var theirs = PaperInput.Of(Paper);
        Conflict =
        [
            .. new TwoWords[]
            {
                new("Sổ cấp số", NameOf(theirs.BookId), NameOf(Input.BookId)),
                new("Loại văn bản", PaperWords.Of(theirs.Kind!.Value), PaperWords.Of(Input.Kind!.Value)),
                new("Trích yếu", theirs.Title, Input.Title),
                new("Ký hiệu đơn vị soạn thảo", theirs.UnitSymbol, Input.UnitSymbol),
                new("Địa danh", theirs.Place, Input.Place),
                new("Nội dung", theirs.Body, Input.Body?.ReplaceLineEndings("\n")),
                new("Số tiền (đồng)", Money(theirs.Amount), Money(Input.Amount)),
                new("Nơi nhận", theirs.Recipients, Input.Recipients?.ReplaceLineEndings("\n")),
                new("Nơi lưu", theirs.Filing, Input.Filing),
                new("Ngày có hiệu lực", Day(theirs.EffectiveFrom), Day(Input.EffectiveFrom)),
                new("Công khai", theirs.IsPublic ? "Có" : "Không", Input.IsPublic ? "Có" : "Không"),
            }.Where(field => (field.Theirs ?? "") != (field.Mine ?? "")),
        ];
        ModelState.Remove(nameof(Version));
        Version = Paper.Version;
        ModelState.AddModelError(string.Empty, text["Hồ sơ vừa được người khác lưu trong lúc bạn sửa. Xem hai bản bên dưới; chữ bạn viết vẫn còn trong biểu mẫu, lưu lại là lấy bản của bạn."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private string? NameOf(Guid? book) => Books.FirstOrDefault(b => b.Id == book)?.Name;

    private static string? Money(long? amount) => amount is { } known ? Dong.Figures(known) : null;

    private static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}
