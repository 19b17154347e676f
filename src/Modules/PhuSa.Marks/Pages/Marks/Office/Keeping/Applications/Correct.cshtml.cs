using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Applications;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>Puts right what an application says, with the reason, while it is open.</summary>
internal sealed class CorrectModel(ApplicationDesk desk, Acting acting, Texts text) : EditingPage<CorrectApplicationInput>(desk.Db, text), IProductForm, IMakingForm
{
    [FromRoute]
    public Guid Id { get; set; }

    ProductInput IProductForm.Input => Input;

    IHasMaking IMakingForm.Input => Input;

    public MarkApplication Application { get; private set; } = null!;

    public string Address => ApplicationDesk.Of(Id);

    protected override string Home => Address;

    protected override bool MayBegin => Application.IsOpen;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Application = (await desk.FindKeptAsync(Id, cancellationToken))!;
        return Application is not null;
    }

    protected override CorrectApplicationInput Stored() => new() { Product = Application.Product, ProductGroup = Application.ProductGroup, Workshop = Application.Workshop, Making = MakingInput.Of(Application) };

    protected override IEnumerable<(string Label, string? Words)> Told(CorrectApplicationInput input) => [.. input.Told(), .. input.Making.Told()];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.Making.LacksUnit)
        {
            Wrong("Input.Making.OutputUnit", "Nhập đơn vị tính của sản lượng");
        }

        if (VietnameseText.OnOneLine(Input.Product) is { } product && SearchText.Fold(product) != Application.ProductKey
            && await desk.ObstacleAsync(Application.MarkId, Application.ApplicantId, product, Id, cancellationToken) is { } not)
        {
            Wrong(not.Field, not.Sentence, not.Args);
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        acting.As(desk.Grants.By, GrantForms.Block(Input.Why), paperId: null);
        Application.Write(Input.Making.Into(Input.Into(Application.Content)));
        return Task.CompletedTask;
    }
}

internal sealed class CorrectApplicationInput : OfficeApplicationInput
{
    [Display(Name = "Lý do sửa")]
    [Required(ErrorMessage = "Nhập lý do sửa")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
