using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Ceremonies;

/// <summary>Names rights that were handed over: ticked, or all that the filter shows (a batch, a mark). All that are chosen, or none.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddModel(CeremonyDesk desk, GrantList list, Texts text) : PageModel
{
    /// <summary>So many are shown to be ticked; the button takes all that the filter shows.</summary>
    public const int Shown = 200;

    /// <summary>The word of the button that takes all.</summary>
    public const string All = "tat-ca";

    /// <summary>The word of the button that takes what is ticked; so does whatever is not known.</summary>
    public const string Ticked = "da-chon";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>How many the filter showed where all of them are taken.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public HandoverCeremony Ceremony { get; private set; } = null!;

    public GrantFilter Filter { get; private set; } = null!;

    public IReadOnlyList<GrantFacet> Facets { get; private set; } = [];

    /// <summary>Rights to marks on which the person records and which no ceremony names yet, as the filter shows them.</summary>
    public IReadOnlyList<GrantLine> Lines { get; private set; } = [];

    public string Address => CeremonyDesk.Of(Id);

    public string? ChosenError => ModelState[nameof(Chosen)]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var chosen = Do == All ? Lines.Select(line => line.Id).ToList() : Chosen.Distinct().Take(HandoverCeremony.MostGrants + 1).ToList();
        if (Do == All && Seen != chosen.Count)
        {
            return Overtaken("Danh sách đang lọc vừa thay đổi: nay có {0} quyền. Chưa ghi quyền nào; xem lại rồi bấm lần nữa.", chosen.Count);
        }

        var named = Ceremony.Handed.Select(handed => handed.GrantId).ToHashSet();
        if (chosen.Count > 0 && chosen.TrueForAll(named.Contains))
        {
            return Redirect(Address);
        }

        await CheckAsync(chosen, named, cancellationToken);
        return ModelState.IsValid && await IsSavedAsync(chosen, cancellationToken) ? Redirect(Address) : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task CheckAsync(List<Guid> chosen, HashSet<Guid> named, CancellationToken cancellationToken)
    {
        var fresh = chosen.Where(id => !named.Contains(id)).ToList();
        if (fresh.Count == 0)
        {
            Wrong("Chọn ít nhất một quyền");
            return;
        }

        if (await desk.OfGrantsAsync(fresh, cancellationToken) is { Count: > 0 } elsewhere)
        {
            var (grant, ceremony) = elsewhere.First();
            var title = (await desk.ToHandAsync([grant], cancellationToken))[0].Title;
            Wrong(CeremonyDesk.HandedAlready, title, ceremony.Name);
        }
        else if (fresh.Exists(id => Kept.All(line => line.Id != id)))
        {
            Wrong("Có quyền không thuộc phần việc của đơn vị bạn, hoặc không còn trong sổ. Chọn lại trong danh sách.");
        }
        else if ((await desk.ToHandAsync(fresh, cancellationToken)).FirstOrDefault(grant => grant.Since > Ceremony.HeldOn) is { } young)
        {
            Wrong("Ngày lễ trao không được sớm hơn ngày của quyền: “{0}” có từ ngày {1:dd/MM/yyyy}.", young.Title, young.Since!.Value);
        }
    }

    private IReadOnlyList<GrantLine> Kept { get; set; } = [];

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Id, cancellationToken) is not { } ceremony)
        {
            return false;
        }

        (Ceremony, Filter) = (ceremony, GrantFilter.Of(Request.Query));
        Kept = [.. (await list.AllAsync(cancellationToken)).Where(line => desk.Grants.Person.MayKeep(line.MarkOwnerId))];
        var handed = await desk.OfGrantsAsync([.. Kept.Select(line => line.Id)], cancellationToken);
        IReadOnlyList<GrantLine> free = [.. Kept.Where(line => !handed.ContainsKey(line.Id))];
        (Lines, Facets) = ([.. Filter.Among(free, list.Today)], Filter.Facets(free, list.Today));
        return true;
    }

    private async Task<bool> IsSavedAsync(List<Guid> chosen, CancellationToken cancellationToken)
    {
        Ceremony.Hand(await desk.ToHandAsync(chosen, cancellationToken), desk.Grants.By, desk.Grants.Now);

        // The rights are a part's; the ceremony carries the version that keeps two from writing at once.
        desk.Db.Entry(Ceremony).Property(c => c.Version).IsModified = true;
        try
        {
            await desk.Db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsTwice())
        {
            desk.Db.ChangeTracker.Clear();
            await IsReadAsync(cancellationToken);
            Wrong("Danh sách trao vừa được người khác thay đổi nên chưa ghi quyền nào. Xem lại rồi bấm lần nữa.");
            return false;
        }
    }

    private PageResult Overtaken(string sentence, params object[] args)
    {
        Wrong(sentence, args);
        ModelState.Remove(nameof(Seen));
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private void Wrong(string sentence, params object[] args) => ModelState.AddModelError(nameof(Chosen), text[sentence, args]);
}
