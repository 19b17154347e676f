using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Decree;
using PhuSa.Documents.Templates;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Pages.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Papers.Templates;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Printing;

/// <summary>A printed paper, ready to leave.</summary>
/// <param name="FileName">Without extension.</param>
/// <param name="IssuerCode">The code of the body that issues it.</param>
internal sealed record PrintedPaper(Paper Paper, DecreePaper Layout, byte[] Word, string FileName, string IssuerCode);

/// <summary>Prints a paper that the person sees in the office.</summary>
internal sealed class PaperPrinting(PaperDesk desk, IOrganisations organisations, IFiles files)
{
    /// <returns>The paper on a template of its own agency; null where there is no such paper or template.</returns>
    public async Task<(byte[] Word, string FileName)?> OnTemplateAsync(Guid id, Guid templateId, CancellationToken cancellationToken)
    {
        if (await OfAsync(id, cancellationToken) is not { } print)
        {
            return null;
        }

        var template = await desk.Db.Set<PaperTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == templateId && t.OrganisationId == print.Paper.IssuedById && t.Kind == print.Paper.Kind, cancellationToken);
        if (template is null || await files.OfAsync(TemplateFiles.Of(templateId), cancellationToken) is not [.., var file])
        {
            return null;
        }

        await using var content = await files.OpenAsync(file, cancellationToken);
        using var read = new MemoryStream();
        await content.CopyToAsync(read, cancellationToken);
        try
        {
            return (WordTemplate.Fill(read.ToArray(), TemplatePlaces.Of(print.Paper, print.Layout)), $"{print.FileName}-{Slug.From(template.Name, 40)}");
        }
        catch (UnreadableTemplateException)
        {
            throw new RefusedException("Không điền được mẫu “{0}”. Bỏ mẫu này và gửi lại tệp khác.", template.Name);
        }
    }

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
        var print = PaperPrint.Of(paper, book, book.PrintedName ?? issuer.Name, book.GoverningBody, desk.Today.Year);
        var file = new MemoryStream();
        DecreeReport.Write(print, file);
        return new(paper, print, file.ToArray(), Slug.From($"{PaperWords.Of(paper.Kind)} {paper.Number ?? paper.Title}"), issuer.Code);
    }
}
