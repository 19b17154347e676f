using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>A suspension, a revocation or a renewal whose decision was signed later.</summary>
internal sealed class CiteModel(GrantDesk desk, Texts text) : CitePage(desk, text)
{
    private readonly GrantDesk _desk = desk;

    public override string Address => MarkRights.Of(Id);

    protected override async Task<Uncited?> FindAsync(CancellationToken cancellationToken)
    {
        if (await _desk.FindAsync(Id, cancellationToken) is not { } grant
            || grant.Acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null) is not { } act
            || !_desk.Person.MayKeep((await _desk.MarkAsync(grant.MarkId, cancellationToken)).OwnerId))
        {
            return null;
        }

        var name = $"{(await _desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId].Name} · {grant.Product}";
        return new Uncited(grant, name, GrantFlow.Of(act.Action), act.On, paper => grant.Cite(ActId, paper));
    }
}
