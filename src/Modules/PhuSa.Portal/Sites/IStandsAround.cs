namespace PhuSa.Portal.Sites;

/// <summary>A record whose words or links stand around every page of a site.</summary>
internal interface IStandsAround
{
    /// <summary>What readers see of it, piece by piece; what is hidden says nothing.</summary>
    IEnumerable<(string Of, string Words)> Said();
}
