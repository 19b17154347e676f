using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>One decision gives many rights: all that are chosen, in one go, or none.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class GrantManyModel(ApplicationDesk desk, ApplicationList list, GrantGiving giving, Texts text) : PageModel, IPicksPaper
{
    private const string Changed = "Có đơn vừa được người khác thay đổi nên chưa trao quyền cho đơn nào. Xem lại danh sách rồi thử lại.";

    private const int Most = 200;
    private const string Given = $"{ApplicationDesk.Address}?{ApplicationFilter.StateKey}=da-trao";

    [BindProperty]
    public GrantManyInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    /// <summary>Applications that were checked with a good result, of the marks on which the person records.</summary>
    public IReadOnlyList<ApplicationLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Input.Rows = [.. Lines.Select(line => Input.Rows.Find(row => row.Id == line.Application.Id) ?? RowOf(line))];
        Input.GivenOn = desk.Grants.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Input.Rows.Count > Most)
        {
            return BadRequest();
        }

        var chosen = Input.Rows.Where(row => row.Chosen).ToList();
        if (chosen.Count > 0 && await AreGivenAlreadyAsync(chosen, cancellationToken))
        {
            return Redirect(Given);
        }

        ShowRows();
        if (chosen.Count == 0)
        {
            Wrong("Input.Rows", "Chọn ít nhất một đơn");
        }
        else if (chosen.Exists(row => Lines.FirstOrDefault(line => line.Application.Id == row.Id)?.Application.Version != row.Version))
        {
            Wrong("Input.Rows", Changed);
        }
        else if (chosen.Select(row => Lines.First(line => line.Application.Id == row.Id).Application.MarkId).Distinct().Count() > 1)
        {
            Wrong("Input.Rows", "Mỗi quyết định cho một nhãn hiệu: chọn các đơn của cùng một nhãn hiệu.");
        }

        if (Input.ExpiresOn < Input.GivenOn)
        {
            Wrong("Input.ExpiresOn", "Ngày hết hạn không được sớm hơn ngày trao quyền.");
        }

        var picked = (await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, text);
        PaperChoices = picked.Choices;
        return ModelState.IsValid && await AreGivenAsync(chosen, picked.Paper?.Id, cancellationToken)
            ? Redirect(Given)
            : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>The form was sent twice.</summary>
    private async Task<bool> AreGivenAlreadyAsync(List<GrantManyRow> chosen, CancellationToken cancellationToken)
    {
        // A renewal keeps the right's own id: there it is told by who granted the application.
        var (ids, rights, me) = (chosen.ConvertAll(row => row.Id).ToArray(), chosen.ConvertAll(row => row.NewId).ToArray(), desk.Grants.By.Name);
        return await desk.Db.Set<MarkApplication>().CountAsync(
            a => EF.Parameter(ids).Contains(a.Id) && a.Status == MarkApplicationStatus.Granted
                && ((a.GrantId != null && EF.Parameter(rights).Contains(a.GrantId.Value)) || a.Steps.Any(step => step.Action == nameof(ApplicationAction.Grant) && step.By == me)),
            cancellationToken) == chosen.Count;
    }

    /// <summary>The list as it is now with what was typed; what was typed into a row stays with its application, wherever the row stands now.</summary>
    private void ShowRows()
    {
        var before = Input.Rows.ConvertAll(row => row.Id);
        Input.Rows = [.. Lines.Select(line => Input.Rows.Find(row => row.Id == line.Application.Id) ?? RowOf(line))];
        if (!before.SequenceEqual(Input.Rows.Select(row => row.Id)))
        {
            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Rows[", StringComparison.Ordinal)).ToList())
            {
                ModelState.Remove(key);
            }

            Wrong("Input.Rows", "Danh sách đơn vừa thay đổi nên chưa trao quyền cho đơn nào. Xem lại rồi thử lại.");
        }
    }

    private async Task<bool> AreGivenAsync(List<GrantManyRow> chosen, Guid? paperId, CancellationToken cancellationToken)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in chosen)
        {
            var index = Input.Rows.IndexOf(Input.Rows.First(shown => shown.Id == row.Id));
            var application = (await desk.FindKeptAsync(row.Id, cancellationToken))!;
            if (Input.GivenOn < application.Acts.Max(act => act.On))
            {
                Wrong("Input.GivenOn", "Ngày của việc này không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", application.Acts.Max(act => act.On));
                continue;
            }

            var right = new NewRight(
                row.NewId,
                await desk.Grants.MarkAsync(application.MarkId, cancellationToken),
                await desk.ApplicantAsync(application, cancellationToken),
                new GrantTerms(application.Product, RecordTime.Day(Input.GivenOn!.Value), Input.ExpiresOn, paperId, Programme: null, Source: null),
                new GrantDetails(application.ProductGroup, application.Workshop, VietnameseText.OnOneLine(Input.Batch), VietnameseText.OnOneLine(row.CertificateNumber), Gtin: null),
                $"Theo đơn {application.Code}");
            if (MarkGrant.CertificateKeyOf(right.Details.CertificateNumber) is { } key && !numbers.Add(key))
            {
                Wrong($"Input.Rows[{index}].CertificateNumber", "Số giấy này ghi cho hai đơn. Mỗi quyền có một số giấy riêng.");
            }
            else if (await giving.ObstacleAsync(right, cancellationToken) is { } not)
            {
                Wrong($"Input.Rows[{index}].CertificateNumber", not.Sentence, not.Args);
            }
            else
            {
                await GrantAsync(application, right, $"Input.Rows[{index}].CertificateNumber", cancellationToken);
            }
        }

        if (!ModelState.IsValid && await AreChangedAsync(chosen, cancellationToken))
        {
            // What stands in the way came from somebody who granted at this moment.
            ModelState.Clear();
            Wrong("Input.Rows", Changed);
        }

        return ModelState.IsValid && await AreSavedAsync(cancellationToken);
    }

    /// <summary>A renewal may not take the days of this decision: the row says so.</summary>
    private async Task GrantAsync(MarkApplication application, NewRight right, string field, CancellationToken cancellationToken)
    {
        try
        {
            application.Grant(await giving.AddAsync(right, cancellationToken), new MoveNews(Input.GivenOn!.Value, Why: null, right.Terms.DecisionId), desk.Grants.By, desk.Grants.Now);
            await desk.TellApplicantAsync(application, "Đơn {0}: đơn vị được trao quyền dùng nhãn hiệu cho “{1}”.", cancellationToken);
        }
        catch (RefusedException refused)
        {
            Wrong(field, refused.Text, [.. refused.Args]);
        }
    }

    private async Task<bool> AreChangedAsync(List<GrantManyRow> chosen, CancellationToken cancellationToken)
    {
        var ids = chosen.ConvertAll(row => row.Id).ToArray();
        var now = await desk.Db.Set<MarkApplication>().Where(a => EF.Parameter(ids).Contains(a.Id)).Select(a => new { a.Id, a.Version }).ToDictionaryAsync(a => a.Id, a => a.Version, cancellationToken);
        return chosen.Exists(row => now.GetValueOrDefault(row.Id) != row.Version);
    }

    private async Task<bool> AreSavedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await desk.Db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsTwice())
        {
            Wrong("Input.Rows", Changed);
            return false;
        }
    }

    private GrantManyRow RowOf(ApplicationLine line) => new() { Id = line.Application.Id, Version = line.Application.Version, NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Grants.Now)) };

    private void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Lines =
        [
            .. (await list.OpenAsync(cancellationToken))
                .Where(line => line.Application.Status is MarkApplicationStatus.Checked or MarkApplicationStatus.Sampled && line.Application.Result is { Passed: true } && desk.Grants.Person.MayKeep(line.MarkOwnerId))
                .Take(Most),
        ];
}

internal sealed class GrantManyInput : PaperInput
{
    public List<GrantManyRow> Rows { get; set; } = [];

    [Display(Name = "Đợt trao quyền")]
    [StringLength(MarkGrant.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Batch { get; set; }

    [Display(Name = "Ngày trao quyền")]
    [Required(ErrorMessage = "Nhập ngày trao quyền")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? GivenOn { get; set; }

    [Display(Name = "Đến hết ngày")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? ExpiresOn { get; set; }
}

internal sealed class GrantManyRow
{
    public Guid Id { get; set; }

    /// <summary>Of the right, made with the form.</summary>
    public Guid NewId { get; set; }

    public int Version { get; set; }

    public bool Chosen { get; set; }

    [Display(Name = "Số giấy chứng nhận")]
    [StringLength(MarkGrant.CertificateMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? CertificateNumber { get; set; }
}
