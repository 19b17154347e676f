using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>Makes the facts of a kind of a form and a form of them.</summary>
internal sealed class FactsForm(AppDbContext db, Libraries libraries, Replacements replacements, Texts text)
{
    private const int MostLinks = 30;

    public Task<(IReadOnlyList<string> Bodies, IReadOnlyList<string> Fields)> KnownNamesAsync(CancellationToken cancellationToken) => libraries.KnownNamesAsync(cancellationToken);

    public async Task FillAsync(ArticleInput input, ArticleFacts? facts, CancellationToken cancellationToken)
    {
        var ids = facts?.Listed.Links.Select(link => link.TargetId).ToList() ?? [];
        var lines = await db.Set<Article>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Address = ArticleAddress.Of(a.Kind, a.Slug) }).ToDictionaryAsync(a => a.Id, a => a.Address, cancellationToken);
        switch (facts)
        {
            case LegalFacts legal:
                Fill(input.Legal, legal, Typed(legal.Replaces, lines), Typed(legal.Amends, lines));
                break;
            case ProcedureFacts procedure:
                Fill(input.Procedure, procedure, Typed(procedure.Basis, lines));
                break;
            case DirectoryFacts directory:
                DirectoryForm.Fill(input.Directory, directory);
                break;
        }
    }

    /// <summary>What cannot be taken is said in the model state.</summary>
    /// <param name="id">Of the article: a document does not replace itself.</param>
    /// <returns>Null for a kind without facts.</returns>
    public async Task<ArticleFacts?> ReadAsync(Guid id, ArticleKind kind, ArticleInput input, ModelStateDictionary state, CancellationToken cancellationToken) => kind switch
    {
        ArticleKind.Legal => await ReadAsync(id, input.Legal, state, cancellationToken),
        ArticleKind.Procedure => await ReadAsync(id, input.Procedure, state, cancellationToken),
        ArticleKind.Directory => new DirectoryForm(text, state).Read(input.Directory),
        _ => null,
    };

    /// <summary>Words without white space around them; null for none.</summary>
    public static string? Line(string? typed) => VietnameseText.Normalize(typed?.Trim().ReplaceLineEndings("\n") ?? "") is { Length: > 0 } said ? said : null;

    private static string? Typed(IEnumerable<Guid> ids, Dictionary<Guid, string> lines) => Line(string.Join('\n', ids.Where(lines.ContainsKey).Select(id => lines[id])));

    private static void Fill(LegalInput input, LegalFacts facts, string? replaces, string? amends)
    {
        (input.Number, input.Type, input.IssuedBy, input.Signer) = (facts.Number, facts.Type, facts.IssuedBy, facts.Signer);
        (input.IssuedOn, input.EffectiveOn, input.EndsOn, input.Field) = (facts.IssuedOn, facts.EffectiveOn, facts.EndsOn, facts.Field);
        (input.Replaces, input.Amends) = (replaces, amends);
        (input.ReplacesText, input.AmendsText) = (facts.ReplacesText, facts.AmendsText);
        (input.ReplacedByText, input.AmendedByText) = (facts.ReplacedByText, facts.AmendedByText);
    }

    private static void Fill(ProcedureInput input, ProcedureFacts facts, string? basis)
    {
        (input.Code, input.Performer, input.Field) = (facts.Code, facts.Performer, facts.Field);
        (input.Sequence, input.Ways, input.Sets) = (facts.Sequence, facts.Ways, facts.Sets);
        input.Papers = [.. facts.Papers.Select(paper => new ProcedurePaperInput { Name = paper.Name, Originals = paper.Originals, Copies = paper.Copies })];
        (input.TimeLimit, input.Applicants, input.Result, input.Fees) = (facts.TimeLimit, facts.Applicants, facts.Result, facts.Fees);
        (input.Basis, input.BasisText, input.Requirements, input.ServiceUrl) = (basis, facts.BasisText, facts.Requirements, facts.ServiceUrl);
    }

    private async Task<LegalFacts> ReadAsync(Guid id, LegalInput input, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        if (input.EndsOn <= input.EffectiveOn)
        {
            state.AddModelError("Input.Legal.EndsOn", text["Ngày hết hiệu lực phải sau ngày có hiệu lực"]);
        }

        var replaces = await LinksAsync(id, input.Replaces, "Input.Legal.Replaces", state, cancellationToken);
        if (await db.Set<Article>().AnyAsync(a => replaces.Contains(a.Id) && a.Links.Any(link => link.TargetId == id && link.Role == LinkRole.Replaces), cancellationToken))
        {
            state.AddModelError("Input.Legal.Replaces", text["Văn bản kia đã ghi là thay thế văn bản này"]);
        }
        else if (replaces.Count > 0 && !replaces.Contains(id) && await replacements.LeadBackAsync(id, replaces, cancellationToken))
        {
            state.AddModelError("Input.Legal.Replaces", text["Các văn bản này thay thế nhau thành vòng tròn"]);
        }

        return new LegalFacts
        {
            Number = Line(input.Number),
            Type = input.Type,
            IssuedBy = Line(input.IssuedBy),
            Signer = Line(input.Signer),
            IssuedOn = input.IssuedOn,
            EffectiveOn = input.EffectiveOn,
            EndsOn = input.EndsOn,
            Field = Line(input.Field),
            Replaces = replaces,
            Amends = await LinksAsync(id, input.Amends, "Input.Legal.Amends", state, cancellationToken),
            ReplacesText = Line(input.ReplacesText),
            AmendsText = Line(input.AmendsText),
            ReplacedByText = Line(input.ReplacedByText),
            AmendedByText = Line(input.AmendedByText),
        };
    }

    private async Task<ProcedureFacts> ReadAsync(Guid id, ProcedureInput input, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var address = Line(input.ServiceUrl);
        if (address is not null && (!LocalAddress.OrHttps(address) || LocalAddress.Is(address) || address.Any(char.IsWhiteSpace)))
        {
            state.AddModelError("Input.Procedure.ServiceUrl", text["Địa chỉ phải bắt đầu bằng https://, không có dấu cách"]);
        }

        return new ProcedureFacts
        {
            Code = Line(input.Code),
            Performer = Line(input.Performer),
            Field = Line(input.Field),
            Sequence = Line(input.Sequence),
            Ways = Line(input.Ways),
            Papers = Papers(input.Papers, state),
            Sets = input.Sets,
            TimeLimit = Line(input.TimeLimit),
            Applicants = Line(input.Applicants),
            Result = Line(input.Result),
            Fees = Line(input.Fees),
            Basis = await LinksAsync(id, input.Basis, "Input.Procedure.Basis", state, cancellationToken),
            BasisText = Line(input.BasisText),
            Requirements = Line(input.Requirements),
            ServiceUrl = address,
        };
    }

    private List<ProcedurePaper> Papers(List<ProcedurePaperInput> typed, ModelStateDictionary state)
    {
        var papers = new List<ProcedurePaper>();
        for (var i = 0; i < typed.Count; i++)
        {
            if (Line(typed[i].Name) is { } name)
            {
                papers.Add(new ProcedurePaper(name, typed[i].Originals, typed[i].Copies));
            }
            else if (typed[i].Originals is not null || typed[i].Copies is not null)
            {
                state.AddModelError($"Input.Procedure.Papers[{i}].Name", text["Nhập tên giấy tờ"]);
            }
        }

        if (papers.Count > ProcedureFacts.MostPapers)
        {
            state.AddModelError(string.Empty, text["Thành phần hồ sơ có tối đa {0} giấy tờ", ProcedureFacts.MostPapers]);
        }

        return papers;
    }

    /// <summary>Each line is the address of a document of the library, or its number.</summary>
    private async Task<IReadOnlyList<Guid>> LinksAsync(Guid id, string? typed, string field, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var slugs = lines.Select(ArticleAddress.SlugIn).ToList();
        var numbers = lines.Select(PaperNumber.KeyOf).OfType<string>().ToList();
        var known = await db.Set<Article>().Where(a => a.Kind == ArticleKind.Legal && (slugs.Contains(a.Slug) || numbers.Contains(a.NumberKey!))).Select(a => new { a.Id, a.Slug, a.NumberKey, a.Status }).ToListAsync(cancellationToken);
        var found = new List<Guid>();
        foreach (var line in lines.Take(MostLinks + 1))
        {
            var matching = known.Where(a => a.Slug == ArticleAddress.SlugIn(line)).ToList() is { Count: > 0 } bySlug ? bySlug : known.Where(a => a.NumberKey is not null && a.NumberKey == PaperNumber.KeyOf(line)).ToList();
            if (matching.Count > 1 && PaperNumber.NamesItsYear(line) && matching.Where(a => a.Status == ArticleStatus.Published).ToList() is { Count: 1 } published)
            {
                // A number with its year is of one document: a draft of it, begun by mistake, stands in nobody's way. Numbers without come again each year.
                matching = published;
            }

            if (matching.Count == 1)
            {
                found.Add(matching[0].Id);
            }
            else
            {
                state.AddModelError(field, matching.Count == 0
                    ? text["Thư viện không có văn bản “{0}”", line]
                    : text["Thư viện có nhiều văn bản số “{0}”; ghi địa chỉ của văn bản", line]);
            }
        }

        if (found.Contains(id))
        {
            state.AddModelError(field, text["Văn bản không thể chỉ đến chính nó"]);
        }

        if (lines.Count > MostLinks)
        {
            state.AddModelError(field, text["Tối đa {0} văn bản", MostLinks]);
        }

        return [.. found.Distinct()];
    }
}
