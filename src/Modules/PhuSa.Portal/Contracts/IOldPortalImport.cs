using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Contracts;

/// <summary>What is to be brought from an old portal.</summary>
/// <param name="Folder">A mirror of the old site on disk, with or without an <c>index.csv</c>.</param>
/// <param name="Site">Code of the site that takes its place.</param>
/// <param name="Map">A file that says where title, text, day and the rest stand on a page; or the name of a map that comes with the product.</param>
/// <param name="Category">Code of the category for what the map gives none; null: such a page is not brought.</param>
public sealed record OldPortalOrder(string Folder, string Site, string Map, string? Category, bool DryRun);

/// <summary>How much a line of the report matters.</summary>
public enum OldPortalWeight
{
    /// <summary>The page was not brought.</summary>
    Error,

    /// <summary>The page was brought; an officer has something to mend on it.</summary>
    Mend,

    /// <summary>Good to know.</summary>
    Note,
}

/// <summary>A line of the report.</summary>
/// <param name="File">Inside the folder; empty for the folder as a whole.</param>
/// <param name="NewAddress">Root-relative; null where the page was not brought.</param>
/// <param name="Sentence">Vietnamese.</param>
public sealed record OldPortalLine(OldPortalWeight Weight, string File, string? OldAddress, string? NewAddress, string Sentence);

/// <summary>What an import did, or would do.</summary>
/// <param name="Pages">Pages of the mirror that are articles.</param>
/// <param name="Others">HTML files that are none.</param>
/// <param name="Kept">Changed by officers since, so left as they are.</param>
public sealed record OldPortalResult(int Pages, int Others, int New, int Changed, int Same, int Kept, IReadOnlyList<OldPortalLine> Lines)
{
    public int Errors => Lines.Count(line => line.Weight == OldPortalWeight.Error);

    public int ToMend => Lines.Count(line => line.Weight == OldPortalWeight.Mend);
}

/// <summary>How far an import is.</summary>
public sealed record OldPortalProgress(int Done, int All, bool Reading);

/// <summary>Brings the articles of an old portal: each in a transaction of its own, so that it may be stopped at any moment and run again.</summary>
public interface IOldPortalImport
{
    /// <summary>Names of the maps that come with the product.</summary>
    IReadOnlyList<string> Maps { get; }

    /// <returns>The text of a map that comes with the product; null where there is none of this name.</returns>
    string? MapNamed(string name);

    /// <exception cref="RefusedException">The order cannot be carried out at all: no such folder, site, category, or the map cannot be read.</exception>
    Task<OldPortalResult> RunAsync(OldPortalOrder order, Actor by, IProgress<OldPortalProgress>? progress, CancellationToken cancellationToken);
}
