using PhuSa.Marks.Applications;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>The first screen again.</summary>
internal sealed class ProductModel(ApplicationDesk desk, Texts text) : OwnPage<ProductInput>(desk, text), IProductForm
{
    protected override ProductInput Stored() => ProductInput.Of(Application);

    protected override IEnumerable<(string Label, string? Words)> Told(ProductInput input) => input.Told();

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (VietnameseText.OnOneLine(Input.Product) is { } product && SearchText.Fold(product) != Application.ProductKey
            && await Desk.ObstacleAsync(Application.MarkId, Application.ApplicantId, product, Id, cancellationToken) is { } not)
        {
            Wrong(not.Field, not.Sentence, not.Args);
        }
    }

    protected override ApplicationContent Written() => Input.Into(Application.Content);
}
