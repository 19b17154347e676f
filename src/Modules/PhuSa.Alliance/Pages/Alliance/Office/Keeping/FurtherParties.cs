using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>
/// The parties beside the two, typed one a line: a line that names exactly one organisation on record is that organisation; any other stays as it was written.
/// </summary>
/// <param name="Recorded">In the order of the lines.</param>
/// <param name="Others">The other lines; null where there is none.</param>
internal sealed record FurtherParties(IReadOnlyList<Guid> Recorded, string? Others)
{
    /// <param name="known">Parties that it has already: a name that two organisations share goes on meaning the one that is there.</param>
    public static async Task<FurtherParties> ReadAsync(AllianceDesk desk, string? typed, IReadOnlyCollection<OrganisationFact> known, CancellationToken cancellationToken)
    {
        var recorded = new List<Guid>();
        var others = new List<string>();
        foreach (var line in (AllianceInput.Block(typed) ?? "").Split('\n').Select(VietnameseText.OnOneLine).OfType<string>())
        {
            var same = SearchText.Fold(line);
            if ((known.FirstOrDefault(party => SearchText.Fold(party.Name) == same)?.Id ?? (await desk.Organisations.NamedAsync(line, cancellationToken))?.Id) is { } id)
            {
                recorded.Add(id);
            }
            else
            {
                others.Add(line);
            }
        }

        return new FurtherParties(recorded, others.Count == 0 ? null : string.Join('\n', others));
    }

    /// <returns>What speaks against these parties of a memorandum between two others; null where nothing does.</returns>
    public string? Against(Guid partyA, Guid partyB) =>
        Recorded.Distinct().Count() < Recorded.Count || Recorded.Any(id => id == partyA || id == partyB) ? "Mỗi bên chỉ ghi một lần; không ghi lại bên thứ nhất và bên thứ hai" : null;

    /// <summary>Writes them: who is no party any more is taken out, who is new comes in, and the order is that of the lines.</summary>
    public async Task WriteAsync(AllianceDesk desk, Memorandum memorandum, CancellationToken cancellationToken)
    {
        var present = await desk.Db.Set<MemorandumParty>().Where(party => party.MemorandumId == memorandum.Id).ToListAsync(cancellationToken);
        desk.Db.RemoveRange(present.Where(party => !Recorded.Contains(party.OrganisationId)));
        foreach (var (index, id) in Recorded.Index())
        {
            if (present.Find(party => party.OrganisationId == id) is { } there)
            {
                there.Position = index + 3;
            }
            else
            {
                desk.Db.Add(new MemorandumParty(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), memorandum.Id, id, index + 3));
            }
        }
    }
}
