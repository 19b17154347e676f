using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Statements;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Keys;

/// <summary>A new key in the place of the one that signs; or a key that somebody else may have.</summary>
internal sealed class StepModel(AppDbContext db, StatementKeys keys, ISignedIn signedIn, Texts text) : StepPage(db, text)
{
    private readonly AppDbContext _db = db;
    private StatementKey _key = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    [BindProperty]
    public StatementKeyInput Input { get; set; } = new();

    public bool IsCompromised => Word == "bi-lo";

    public override string Address => StatementRights.Office;

    protected override int VersionNow => _key.Version;

    protected override bool IsNext => StatementKeyFlow.Table.Next(_key.Status, IsCompromised ? StatementKeyAction.Compromise : StatementKeyAction.Retire) is not null;

    protected override string Standing => StatementKeyFlow.Table[_key.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => _key.Steps;

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (IsCompromised && string.IsNullOrWhiteSpace(Input.Why))
        {
            Wrong("Input.Why", "Nhập lý do");
        }

        return Task.CompletedTask;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken) =>
        keys.ChangeAsync(_key, IsCompromised ? Input.Why!.ReplaceLineEndings("\n") : null, signedIn.Person!.AsActor(), cancellationToken);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        Word is "doi" or "bi-lo" && (_key = (await _db.Set<StatementKey>().AsSplitQuery().SingleOrDefaultAsync(k => k.Id == Id, cancellationToken))!) is not null;
}

internal sealed class StatementKeyInput
{
    [Display(Name = "Lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
