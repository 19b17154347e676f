using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>A mark on a form, a new one or one on record.</summary>
internal abstract class MarkForm(MarkDesk desk, Texts text) : EditingPage<MarkInput>(desk.Grants.Db, text)
{
    protected MarkDesk Desk => desk;

    /// <summary>Null where none is on record, or was typed.</summary>
    protected Guid? OwnerId { get; private set; }

    protected override IEnumerable<(string Label, string? Words)> Told(MarkInput input) => input.Told();

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.RegistrationEndsOn < Input.RegisteredOn)
        {
            Wrong("Input.RegistrationEndsOn", "Ngày hết hiệu lực không được sớm hơn ngày cấp.");
        }

        OwnerId = (await desk.Grants.Organisations.NamedAsync(Input.Owner, "Input.Owner", ModelState, Text, cancellationToken))?.Id;
        if (ModelState.IsValid && !desk.Grants.Person.MayKeep(OwnerId))
        {
            Wrong("Input.Owner", "Bạn chỉ ghi nhãn hiệu của đơn vị mình, hoặc để trống nếu bạn làm ở Sở và chủ sở hữu chưa rõ.");
        }
    }

    protected void Put(CertificationMark mark, Guid? regulationId, string? source)
    {
        // The name is kept letter for letter: blanks and capitals are part of it.
        mark.Describe(VietnameseText.Normalize(Input.Name!.Trim()), OwnerId, regulationId, source);
        mark.Register(VietnameseText.OnOneLine(Input.RegistrationNumber), Input.RegisteredOn, Input.RegistrationEndsOn, GrantForms.Block(Input.Goods));
    }
}
