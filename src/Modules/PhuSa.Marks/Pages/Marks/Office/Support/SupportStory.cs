using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Pages.Marks.Office.Support;

/// <summary>What happened to a request or a contract, as its page shows it.</summary>
internal sealed record SupportStory(string Address, bool MayKeep, IReadOnlyList<(string Word, Step Step, SupportAct? Act, PaperFact? Paper)> Lines)
{
    public static async Task<SupportStory> OfAsync(string address, SupportDesk desk, IReadOnlyList<Step> steps, IReadOnlyList<SupportAct> acts, CancellationToken cancellationToken)
    {
        var papers = await desk.Papers.OfAsync(acts.Select(act => act.PaperId).OfType<Guid>(), cancellationToken);
        return new SupportStory(address, desk.MayKeep,
        [
            .. steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Select(step =>
            {
                var act = acts.FirstOrDefault(act => act.Id == step.Id);
                return (WordOf(step.Action), step, act, act?.PaperId is { } paper ? papers.GetValueOrDefault(paper) : null);
            }),
        ]);
    }

    /// <summary>What a step did, in Vietnamese; the key of its English.</summary>
    public static string WordOf(string action) =>
        Enum.TryParse<SupportRequestAction>(action, out var request) ? SupportRequestFlow.Of(request)
        : Enum.TryParse<ContractAction>(action, out var contract) ? ContractFlow.Of(contract)
        : "Ghi nhận";
}

/// <summary>The steps of a request by the word of the address; the contract has a page of its own.</summary>
internal static class SupportSteps
{
    public static string WordOf(SupportRequestAction action) => action switch
    {
        SupportRequestAction.AgreeInPrinciple => "dong-y",
        SupportRequestAction.SignContract => "hop-dong",
        SupportRequestAction.Decline => "khong-ho-tro",
        _ => "rut",
    };

    public static SupportRequestAction? Of(string word) =>
        Enum.GetValues<SupportRequestAction>().Where(action => action != SupportRequestAction.SignContract && WordOf(action) == word).Select(action => (SupportRequestAction?)action).FirstOrDefault();
}
