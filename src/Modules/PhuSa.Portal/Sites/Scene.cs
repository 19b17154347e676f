using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Configuration;

namespace PhuSa.Portal.Sites;

/// <summary>
/// The drawing of the land on the home pages. It is a slot: <c>Portal:Scene</c> names another SVG file, which brings
/// the classes <c>ps-scene</c> on its root and <c>ps-scene-water</c> on the water that runs into the river band.
/// </summary>
internal sealed class Scene(IConfiguration configuration)
{
    private readonly Lazy<HtmlString> _drawing = new(() => new HtmlString(Read(configuration["Portal:Scene"])));

    public IHtmlContent Drawing => _drawing.Value;

    private static string Read(string? file)
    {
        if (file is not null)
        {
            return File.ReadAllText(file);
        }

        using var own = typeof(Scene).Assembly.GetManifestResourceStream("scene.svg")!;
        using var reader = new StreamReader(own);
        return reader.ReadToEnd();
    }
}
