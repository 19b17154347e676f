using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>A step of a request or a contract whose paper came later.</summary>
internal abstract class SupportCitePage(SupportDesk desk, Texts text) : CitePage(desk.Grants, text)
{
    protected SupportDesk Desk => desk;

    protected async Task<Uncited?> OfAsync(IJournaled record, Guid markId, IReadOnlyList<SupportAct> acts, IReadOnlyList<Step> steps, Action<Guid> put, CancellationToken cancellationToken) =>
        acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null) is { } act
            ? new Uncited(record, (await desk.MarkAsync(markId, cancellationToken)).Name, SupportStory.WordOf(steps.Single(step => step.Id == act.Id).Action), act.On, put)
            : null;
}

internal sealed class RequestCiteModel(SupportDesk desk, Texts text) : SupportCitePage(desk, text)
{
    public override string Address => SupportRights.OfRequest(Id);

    protected override async Task<Uncited?> FindAsync(CancellationToken cancellationToken) => await Desk.RequestAsync(Id, cancellationToken) is { } request
        ? await OfAsync(request, request.MarkId, request.Acts, request.Steps, paper => request.Cite(ActId, paper), cancellationToken)
        : null;
}

internal sealed class ContractCiteModel(SupportDesk desk, Texts text) : SupportCitePage(desk, text)
{
    public override string Address => SupportRights.OfContract(Id);

    protected override async Task<Uncited?> FindAsync(CancellationToken cancellationToken) => await Desk.ContractAsync(Id, cancellationToken) is { } contract
        ? await OfAsync(contract, contract.MarkId, contract.Acts, contract.Steps, paper => contract.Cite(ActId, paper), cancellationToken)
        : null;
}
