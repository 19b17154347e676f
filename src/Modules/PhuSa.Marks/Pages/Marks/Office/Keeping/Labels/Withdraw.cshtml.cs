using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Labels;

/// <summary>A wrong declaration is withdrawn with a reason; what was issued against it stays in the ledger.</summary>
internal sealed class WithdrawModel(LabelDesk labels, Acting acting, Texts text) : LabelPage(labels, text)
{
    [FromRoute(Name = "ban")]
    public Guid DeclarationId { get; set; }

    [BindProperty]
    public WhyInput Input { get; set; } = new();

    public OutputDeclaration Declared { get; private set; } = null!;

    protected override bool MayBegin => Declared.IsStanding;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!await base.IsFoundAsync(cancellationToken) || Scene.Declarations.FirstOrDefault(d => d.Id == DeclarationId) is not { } declared)
        {
            return false;
        }

        Declared = declared;
        return true;
    }

    protected override async Task<NotGiven?> WriteAsync(CancellationToken cancellationToken)
    {
        var why = GrantForms.Block(Input.Why)!;
        var declared = await Labels.Desk.Db.Set<OutputDeclaration>().SingleAsync(d => d.Id == DeclarationId, cancellationToken);
        acting.As(Labels.Desk.By, why);
        declared.Withdraw(why, Labels.Desk.Now);
        await Labels.Desk.Db.SaveOrTellAsync(cancellationToken);
        return null;
    }
}
