using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Papers.Printing;
using PhuSa.Papers.Signing;
using PhuSa.Platform.Files;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Signs the paper's PDF with the agency's certificate and keeps it with the paper.</summary>
internal sealed class DigitalSignModel(PaperDesk desk, PaperPrinting printing, PdfMaker maker, SigningKeys keys, IFiles files) : PaperOfficePage(desk), IMovePage
{
    public static bool Takes(Paper paper) => paper is { BookId: not null, Status: PaperStatus.Signed or PaperStatus.Issued };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || !Takes(Paper))
        {
            return NotFound();
        }

        Version = Paper.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || !Takes(Paper))
        {
            return NotFound();
        }

        if (Paper.Version != Version)
        {
            throw new Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException();
        }

        var print = (await printing.OfAsync(Id, cancellationToken))!;
        var pdf = await maker.OfAsync(print.Word, cancellationToken);
        var signed = await keys.SignAsync(print.IssuerCode, pdf, $"Ký số {PaperWords.Of(Paper.Kind)} {Paper.Number}", Desk.Now, cancellationToken);

        // Whoever pressed at the same moment is told so, and the paper has one signed file of this press.
        Desk.Db.Entry(Paper).Property(p => p.Version).IsModified = true;
        using var content = new MemoryStream(signed);
        await files.TakeInAsync(new IncomingFile(content, $"{print.FileName}-ky-so.pdf", signed.Length), PaperFiles.Of(Id), PaperFiles.Rules, cancellationToken);
        return Redirect(Address);
    }
}
