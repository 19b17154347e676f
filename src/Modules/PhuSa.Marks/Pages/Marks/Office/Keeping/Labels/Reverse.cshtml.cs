using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Labels;

/// <summary>A wrong line of the ledger is taken out by an opposite one; both stay to be read.</summary>
internal sealed class ReverseModel(LabelDesk labels, Texts text) : LabelPage(labels, text)
{
    [FromRoute(Name = "dong")]
    public Guid EntryId { get; set; }

    [BindProperty]
    public WhyInput Input { get; set; } = new();

    public LabelEntry Entry { get; private set; } = null!;

    protected override bool MayBegin => Scene.Ledger.ReversalOf(Entry) is null;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!await base.IsFoundAsync(cancellationToken) || Scene.Ledger.Entries.FirstOrDefault(entry => entry.Id == EntryId && entry.ReversesId is null) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        return true;
    }

    protected override Task<NotGiven?> WriteAsync(CancellationToken cancellationToken) => Labels.ReverseAsync(Id, EntryId, NewId, GrantForms.Block(Input.Why)!, cancellationToken);
}

internal sealed class WhyInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(LabelEntry.NoteMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
