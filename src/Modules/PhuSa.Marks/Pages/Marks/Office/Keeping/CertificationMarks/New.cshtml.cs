using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>A mark comes on record.</summary>
internal sealed class NewModel(MarkDesk desk, Texts text) : MarkForm(desk, text)
{
    /// <summary>Made with the form, so that a form sent twice registers one mark.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    protected override string Home => MarkRights.Marks;

    protected override Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Grants.Now));
        }

        return Task.FromResult(true);
    }

    protected override MarkInput Stored() => new();

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        var name = VietnameseText.Normalize(Input.Name?.Trim() ?? "");
        if (name.Length > 0 && await Desk.Grants.Db.Set<CertificationMark>().AnyAsync(mark => mark.Name == name && mark.Id != NewId, cancellationToken))
        {
            Wrong("Input.Name", "Nhãn hiệu mang đúng tên này đã có trong sổ.");
        }
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (await Desk.Grants.Db.Set<CertificationMark>().AnyAsync(known => known.Id == NewId, cancellationToken))
        {
            return;
        }

        var mark = new CertificationMark(NewId, await Desk.FreeCodeAsync(Input.Name!, cancellationToken));
        Put(mark, regulationId: null, source: null);
        Desk.Grants.Db.Add(mark);
    }
}
