using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Changes what is written of a memorandum besides its parties.</summary>
internal sealed class EditMemorandumModel(AllianceDesk desk, Texts text) : MemorandumPage(desk, text)
{
    [BindProperty]
    public MemorandumInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Version = Memorandum.Version;
        Input = new MemorandumInput
        {
            Title = Memorandum.Title,
            OtherParties = Memorandum.OtherParties,
            Field = Memorandum.Field,
            About = Memorandum.About,
            SignedOn = Memorandum.SignedOn.Precision == Precision.Day ? Memorandum.SignedOn.From : null,
            EndsOn = Memorandum.EndsOn,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.SignedOn > Today)
        {
            Wrong("Input.SignedOn", "Ngày ký không thể sau hôm nay");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Memorandum).Property(m => m.Version).OriginalValue = Version;
        var day = RecordTime.Day(Input.SignedOn!.Value);
        Memorandum.Describe(new MemorandumFacts(Line(Input.Title)!, day == Memorandum.SignedOn ? Memorandum.SignedOn : day, Block(Input.About), Memorandum.PaperId, Memorandum.Programme, Memorandum.Source));
        Memorandum.Agree(Input.Terms(Line(Input.Field), Block(Input.OtherParties)));
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }
}
