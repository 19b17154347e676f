using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>A page of the Alliance's office that takes one step with a record.</summary>
internal abstract class AllianceStepPage(AllianceDesk desk, Texts text) : StepPage(desk.Db, text)
{
    protected AllianceDesk Desk => desk;

    public DateOnly Today => desk.Today;

    protected static string? Block(string? typed) => AllianceInput.Block(typed);
}
