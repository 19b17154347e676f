using PhuSa.Platform.Data;

namespace PhuSa.Portal.Articles.Facts;

internal enum LegalState
{
    InForce,
    NotYet,
    Ended,
    Unknown,
}

/// <summary>What other documents of the library do to one.</summary>
/// <param name="On">The first day on which one that replaces it is in force; null where no such day is known.</param>
/// <param name="SomeDay">One replaces it, and nobody knows from when on.</param>
internal readonly record struct Replacement(DateOnly? On, bool SomeDay);

/// <summary>Whether a document is in force on a day: computed of its days and of what replaces it, never typed.</summary>
/// <param name="EndsOn">The first day on which it no longer holds, by its own day or by what replaces it.</param>
internal sealed record LegalValidity(LegalState State, DateOnly? EndsOn)
{
    /// <summary>By the word that stands in the address, with its Vietnamese name and the tone of its tag.</summary>
    public static IReadOnlyDictionary<string, (LegalState State, string Name, string Tone)> States { get; } = new Dictionary<string, (LegalState, string, string)>(StringComparer.Ordinal)
    {
        ["con-hieu-luc"] = (LegalState.InForce, "Còn hiệu lực", "good"),
        ["chua-co-hieu-luc"] = (LegalState.NotYet, "Chưa có hiệu lực", "going"),
        ["het-hieu-luc"] = (LegalState.Ended, "Hết hiệu lực", "ended"),
        ["chua-ro"] = (LegalState.Unknown, "Chưa rõ hiệu lực", "unknown"),
    };

    public string Name => Facts.Name;

    public string Tone => Facts.Tone;

    private (LegalState State, string Name, string Tone) Facts => States.Values.First(facts => facts.State == State);

    public static LegalValidity Of(ListedFacts facts, Replacement replacement, DateOnly today)
    {
        var endsOn = facts.EndsOn is null || replacement.On < facts.EndsOn ? replacement.On ?? facts.EndsOn : facts.EndsOn;
        var state = endsOn <= today ? LegalState.Ended
            : facts.EffectiveOn > today ? LegalState.NotYet
            : facts.EffectiveOn is null || (endsOn is null && (replacement.SomeDay || facts.SaidReplaced)) ? LegalState.Unknown
            : LegalState.InForce;
        return new LegalValidity(state, endsOn);
    }

    /// <summary>The same in the database. A published document counts also where its page has expired.</summary>
    public static IQueryable<Article> In(AppDbContext db, IQueryable<Article> documents, LegalState state, DateOnly today)
    {
        var replacing = Replacing(db);
        if (state == LegalState.Ended)
        {
            return documents.Where(a => a.EndsOn <= today || replacing.Any(other => other.TargetId == a.Id && other.EffectiveOn <= today));
        }

        var open = documents.Where(a => (a.EndsOn == null || a.EndsOn > today) && !replacing.Any(other => other.TargetId == a.Id && other.EffectiveOn != null && other.EffectiveOn <= today));
        return state switch
        {
            LegalState.NotYet => open.Where(a => a.EffectiveOn > today),
            LegalState.Unknown => open.Where(a => a.EffectiveOn == null || (a.EffectiveOn <= today && a.EndsOn == null
                && !replacing.Any(other => other.TargetId == a.Id && other.EffectiveOn != null)
                && (a.SaidReplaced || replacing.Any(other => other.TargetId == a.Id)))),
            _ => open.Where(a => a.EffectiveOn <= today && (a.EndsOn != null
                || replacing.Any(other => other.TargetId == a.Id && other.EffectiveOn != null)
                || (!a.SaidReplaced && !replacing.Any(other => other.TargetId == a.Id)))),
        };
    }

    /// <summary>The documents that replace others, with whom they replace.</summary>
    public static IQueryable<Replacer> Replacing(AppDbContext db) =>
        db.Set<Article>().Where(a => a.Status == ArticleStatus.Published)
            .SelectMany(a => a.Links, (a, link) => new Replacer { TargetId = link.TargetId, Role = link.Role, EffectiveOn = a.EffectiveOn })
            .Where(other => other.Role == LinkRole.Replaces);

    internal sealed class Replacer
    {
        public Guid TargetId { get; init; }

        public LinkRole Role { get; init; }

        public DateOnly? EffectiveOn { get; init; }
    }
}
