using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Organisations.Office;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Organisations.Pages.Organisations.Office.Keeping;

/// <summary>Gives an organisation another name, with the paper or the reason. The name before stays on record, and so does the code.</summary>
internal sealed class NamesModel(OrganisationDesk desk, Texts text) : EditingPage<NamesInput>(desk.Db, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    public Organisation Kept { get; private set; } = null!;

    public string Address => OrganisationRights.Of(Kept.Code);

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        // What has a file of its own is renamed there: its page says where.
        if (await desk.FindAsync(Code, cancellationToken) is not { } found || await desk.FileAddressAsync(found.Id, cancellationToken) is not null)
        {
            return false;
        }

        Kept = found;
        return true;
    }

    protected override async Task<string?> ElsewhereAsync(CancellationToken cancellationToken) =>
        await desk.FindAsync(Code, cancellationToken) is { } filed ? OrganisationRights.Of(filed.Code) : await desk.KeptAddressAsync(Code, cancellationToken);

    protected override NamesInput Stored() => new() { Name = Kept.Name, ShortName = Kept.ShortName };

    protected override IEnumerable<(string Label, string? Words)> Told(NamesInput input) => [("Tên", NameInput.Read(input.Name)), ("Tên gọi ngắn", NameInput.Read(input.ShortName))];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        var isRenamed = NameInput.Read(Input.Name) != Kept.Name;
        if (!isRenamed && (Input.On is not null || NameInput.Read(Input.Source) is not null))
        {
            Wrong("Input.On", "Tên chưa đổi nên ngày và giấy tờ đổi tên không có chỗ ghi. Sửa tên, hoặc để trống hai ô này.");
        }

        if (isRenamed && NameInput.Read(Input.Source) is null)
        {
            Wrong("Input.Source", "Ghi giấy tờ hoặc lý do đổi tên");
        }

        if (Input.On > desk.Today)
        {
            Wrong("Input.On", "Ngày đổi tên không thể sau hôm nay");
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken) =>
        desk.RenameAsync(Kept.Id, NameInput.Read(Input.Name)!, NameInput.Read(Input.ShortName), Input.On, NameInput.Read(Input.Source), cancellationToken);
}

internal sealed class NamesInput : NameInput
{
    [Display(Name = "Tên mới từ ngày")]
    [Range(typeof(DateOnly), "1945-01-01", "2100-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "{0} cần có năm từ 1945 đến 2100")]
    public DateOnly? On { get; set; }

    [Display(Name = "Giấy tờ hoặc lý do đổi tên")]
    [StringLength(FormerName.SourceMaxLength, ErrorMessage = TooLong)]
    public string? Source { get; set; }
}
