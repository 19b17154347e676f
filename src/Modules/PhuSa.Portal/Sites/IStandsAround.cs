using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary>A record whose words or links stand around the pages of a site, or lead to them.</summary>
internal interface IStandsAround : ISaidToReaders;
