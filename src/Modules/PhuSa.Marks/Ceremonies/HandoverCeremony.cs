using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Ceremonies;

/// <summary>A right whose certificate was handed over at a ceremony. One that was named by mistake stays with the reason for which it was taken off.</summary>
internal sealed class HandedGrant
{
    private HandedGrant()
    {
    }

    public HandedGrant(Guid id, Guid grantId, string by, DateTime now)
    {
        (Id, GrantId, AddedBy, AddedAt) = (id, grantId, by, now);
    }

    public Guid Id { get; private init; }

    public Guid GrantId { get; private init; }

    public string AddedBy { get; private init; } = "";

    public DateTime AddedAt { get; private init; }

    public string? TakenOffBy { get; private set; }

    public DateTime? TakenOffAt { get; private set; }

    public string? TakenOffWhy { get; private set; }

    public bool Stands => TakenOffAt is null;

    public void TakeOff(string why, string by, DateTime now) => (TakenOffWhy, TakenOffBy, TakenOffAt) = (why, by, now);
}

/// <summary>What is written of a ceremony.</summary>
/// <param name="Organiser">Who held it, in words.</param>
/// <param name="PaperId">The paper of the event; null where there is none.</param>
/// <param name="ArticleUrl">Where it was told of: an address of the site, or of another one.</param>
internal sealed record CeremonyContent(string Name, DateOnly On, string? Venue, string? Organiser, Guid? PaperId, string? ArticleUrl, string? Note);

/// <summary>A right that is to be handed over, and since when it has been a right; null where no day is known.</summary>
internal sealed record GrantToHand(Guid GrantId, string Title, DateOnly? Since);

/// <summary>
/// A ceremony at which certificates were handed over: an event and no more. The right counts from its decision; the ceremony may be later and changes no day
/// of it.
/// </summary>
internal sealed class HandoverCeremony : IJournaled, ISaidToReaders
{
    public const int NameMaxLength = 200;
    public const int DetailMaxLength = 300;
    public const int NoteMaxLength = 2000;
    public const int MostGrants = 2_000;

    private readonly List<HandedGrant> _grants = [];

    private HandoverCeremony()
    {
    }

    /// <param name="bodyId">Whose people keep the record.</param>
    public HandoverCeremony(Guid id, Guid bodyId)
    {
        Id = id;
        BodyId = bodyId;
    }

    public Guid Id { get; private init; }

    public Guid BodyId { get; private init; }

    public string Name { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    public string? Venue { get; private set; }

    public string? Organiser { get; private set; }

    public Guid? PaperId { get; private set; }

    public string? ArticleUrl { get; private set; }

    public string? Note { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<HandedGrant> Grants => _grants;

    public IEnumerable<HandedGrant> Handed => _grants.Where(grant => grant.Stands);

    public string JournalTitle => Name;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Name), Name), (nameof(Venue), Venue), (nameof(ArticleUrl), ArticleUrl));

    /// <param name="handed">The rights that it names: none of them may be younger than the ceremony.</param>
    /// <exception cref="RefusedException">The ceremony would be earlier than a right that it names.</exception>
    public void Write(CeremonyContent content, IEnumerable<GrantToHand> handed)
    {
        Refuse(handed, content.On);
        (Name, HeldOn, Venue, Organiser) = (content.Name, content.On, content.Venue, content.Organiser);
        (PaperId, ArticleUrl, Note) = (content.PaperId, content.ArticleUrl, content.Note);
    }

    /// <summary>Names rights; those that it names already are left as they are.</summary>
    /// <exception cref="RefusedException">A right is younger than the ceremony, or there are too many.</exception>
    public void Hand(IReadOnlyList<GrantToHand> grants, Actor by, DateTime now)
    {
        Refuse(grants, HeldOn);
        var named = Handed.Select(grant => grant.GrantId).ToHashSet();
        var fresh = grants.Where(grant => named.Add(grant.GrantId)).ToList();
        if (named.Count > MostGrants)
        {
            throw new RefusedException("Mỗi lễ trao ghi tối đa {0} quyền.", MostGrants);
        }

        _grants.AddRange(fresh.Select(grant => new HandedGrant(Guid.CreateVersion7(new DateTimeOffset(now)), grant.GrantId, by.Name, now)));
    }

    /// <exception cref="RefusedException">The ceremony does not name the right, or no reason is given.</exception>
    public void TakeOff(Guid grantId, string? why, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            throw new RefusedException("Ghi lý do của việc này.");
        }

        (_grants.Find(grant => grant.GrantId == grantId && grant.Stands) ?? throw new RefusedException("Quyền này không có trong danh sách trao của buổi lễ.")).TakeOff(why.Trim(), by.Name, now);
    }

    private static void Refuse(IEnumerable<GrantToHand> grants, DateOnly on)
    {
        if (grants.FirstOrDefault(grant => grant.Since > on) is { } young)
        {
            throw new RefusedException("Ngày lễ trao không được sớm hơn ngày của quyền: “{0}” có từ ngày {1:dd/MM/yyyy}.", young.Title, young.Since!.Value);
        }
    }
}
