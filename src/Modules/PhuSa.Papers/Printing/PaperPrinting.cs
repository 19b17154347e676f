using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Decree;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Pages.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Printing;

/// <summary>A printed paper, ready to leave.</summary>
/// <param name="FileName">Without extension.</param>
/// <param name="IssuerCode">The code of the body that issues it.</param>
internal sealed record PrintedPaper(byte[] Word, string FileName, string IssuerCode);

/// <summary>Prints a paper that the person sees in the office.</summary>
internal sealed class PaperPrinting(PaperDesk desk, IOrganisations organisations)
{
    /// <returns>Null where there is no such paper, or it was only recorded.</returns>
    public async Task<PrintedPaper?> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var paper = await (await desk.Reach.SeenAsync(cancellationToken)).AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id && p.BookId != null, cancellationToken);
        if (paper is null)
        {
            return null;
        }

        var book = await desk.Db.Set<Books.PaperBook>().AsNoTracking().SingleAsync(b => b.Id == paper.BookId, cancellationToken);
        var issuer = (await organisations.OfAsync([book.IssuerId], cancellationToken))[book.IssuerId];
        var file = new MemoryStream();
        DecreeReport.Write(PaperPrint.Of(paper, book, issuer.Name, book.GoverningBody, desk.Today.Year), file);
        return new(file.ToArray(), Slug.From($"{PaperWords.Of(paper.Kind)} {paper.Number ?? paper.Title}"), issuer.Code);
    }
}
