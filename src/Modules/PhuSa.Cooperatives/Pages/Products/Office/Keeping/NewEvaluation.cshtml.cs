using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>Begins a round: its file is put together first.</summary>
internal sealed class NewEvaluationModel(OcopDesk desk, Texts text) : OcopPage(desk, text)
{
    /// <summary>Made with the form, so that a form sent twice makes one round.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        Input.Round = await Desk.Db.Set<OcopEvaluation>().AnyAsync(e => e.ProductId == Product.Id && (e.Status == OcopEvaluationStatus.Certified || e.Status == OcopEvaluationStatus.Revoked), cancellationToken)
            ? OcopRound.Again
            : OcopRound.First;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        var known = await Desk.EvaluationsAsync(Product.Id, cancellationToken);
        if (known.Any(e => e.Id == NewId))
        {
            return Redirect(Address);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (known.Any(e => e.IsOpen))
        {
            throw new RefusedException("Sản phẩm đang có một lần đánh giá chưa xong. Hoàn tất lần đó trước.");
        }

        var code = Enumerable.Range(known.Count + 1, known.Count + 1).Select(number => $"{Product.Code}-lan-{number}").First(free => known.All(e => e.Code != free));
        Desk.Db.Add(new OcopEvaluation(NewId, code, Product.Id, Input.Round!.Value, Today, Desk.By, Desk.Now));

        // Two rounds that are begun at once would both be open: the product's version lets one of them through.
        Desk.Db.Entry(Product).Property(p => p.Version).IsModified = true;
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }
}

internal sealed class RoundInput
{
    [Display(Name = "Lần đánh giá")]
    [Required(ErrorMessage = "Chọn lần đánh giá")]
    [EnumDataType(typeof(OcopRound), ErrorMessage = "Chọn lần đánh giá")]
    public OcopRound? Round { get; set; }
}
