using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Books;

/// <summary>What a body says of one of its books.</summary>
/// <param name="Symbol">The body's letters in every symbol: “SKHCN”.</param>
/// <param name="IsLegal">Legal acts are numbered apart and carry their year: “71/2019/QĐ-UBND”.</param>
/// <param name="FirstYear">The year in which the house begins to keep it here.</param>
/// <param name="GoverningBody">Cơ quan chủ quản above the name of the body: “UBND tỉnh”.</param>
/// <param name="PrintedName">How the body is named at the head of its papers, where that is shorter than its full name.</param>
/// <param name="UsedBefore">The last number that the paper book had given in that year before.</param>
internal sealed record PaperBookSheet(string Name, string Symbol, IReadOnlyList<PaperKind> Kinds, bool IsLegal, int FirstYear, int UsedBefore, string? GoverningBody = null, string? PrintedName = null);

/// <summary>
/// A book of outgoing papers of one body. The decree counts from 1 on 1 January to 31 December and leaves it to the head of the body which kinds are
/// counted together, so a book says itself which kinds it numbers.
/// </summary>
internal sealed class PaperBook : IJournaled
{
    public const int NameMaxLength = 200;
    public const int KindsMaxLength = 600;

    private PaperBook()
    {
    }

    public PaperBook(Guid id, Guid issuerId, PaperBookSheet sheet)
    {
        Id = id;
        IssuerId = issuerId;
        FirstYear = sheet.FirstYear;
        UsedBefore = sheet.UsedBefore;
        Symbol = sheet.Symbol;
        IsLegal = sheet.IsLegal;
        Change(sheet.Name, sheet.Kinds, sheet.GoverningBody, sheet.PrintedName);
    }

    public Guid Id { get; private init; }

    public Guid IssuerId { get; private init; }

    public string Name { get; private set; } = "";

    public string Symbol { get; private init; } = "";

    public bool IsLegal { get; private init; }

    public int FirstYear { get; private init; }

    public int UsedBefore { get; private init; }

    /// <summary>The words of the kinds, in the order of the decree, between commas.</summary>
    public string KindList { get; private set; } = "";

    /// <summary>Cơ quan chủ quản, printed above the body's own name.</summary>
    public string? GoverningBody { get; private set; }

    /// <summary>The body at the head of its papers; null: its full name.</summary>
    public string? PrintedName { get; private set; }

    /// <summary>It numbers no more papers; what it numbered stays.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>A form carries it and a stale one is refused.</summary>
    public int Version { get; private set; }

    public string JournalTitle => Name;

    public IReadOnlyList<PaperKind> Kinds => [.. KindList.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => PaperWords.InFiles[word])];

    public bool Numbers(PaperKind kind) => Kinds.Contains(kind);

    public void Change(string name, IReadOnlyList<PaperKind> kinds, string? governingBody, string? printedName)
    {
        Name = name;
        GoverningBody = governingBody;
        PrintedName = printedName;
        KindList = string.Join(',', PaperWords.All.Where(words => kinds.Contains(words.Kind)).Select(words => words.InFile));
    }

    /// <exception cref="RefusedException">It is closed already.</exception>
    public void Close()
    {
        if (IsClosed)
        {
            throw new RefusedException("Sổ này đã đóng.");
        }

        IsClosed = true;
    }

    /// <summary>The last number given in a year before the house's own counting begins.</summary>
    public int Before(int year) => year == FirstYear ? UsedBefore : 0;
}
