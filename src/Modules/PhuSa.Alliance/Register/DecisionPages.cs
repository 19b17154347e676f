using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Register;

/// <summary>The lists of admissions and awards are at home on the Alliance's site; a decision has no page of its own, and members, fees and memoranda are the office's.</summary>
internal sealed class DecisionPages : ISitePages
{
    public string Theme => SiteThemes.Alliance;

    public Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SitePage>>([new SitePage("/ket-nap", Changed: null), new SitePage("/khen-thuong", Changed: null)]);
}
