using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>Whether a document is in force is computed, in memory and in the database alike.</summary>
public sealed class LegalValidityTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private const string Before = "2020-01-01";
    private const string Today = "2026-07-01";
    private const string After = "2030-01-01";
    private const string Unknown = "unknown";

    /// <summary>In force from, ends on, said to be replaced, by whom (days of those that replace it) – state and end.</summary>
    public static TheoryData<string?, string?, bool, string[], string, string?> Cases { get; } = new()
    {
        { Before, null, false, [], nameof(LegalState.InForce), null },
        { Today, null, false, [], nameof(LegalState.InForce), null },
        { After, null, false, [], nameof(LegalState.NotYet), null },
        { null, null, false, [], nameof(LegalState.Unknown), null },
        { null, After, false, [], nameof(LegalState.Unknown), After },
        { null, Before, false, [], nameof(LegalState.Ended), Before },
        { Before, Today, false, [], nameof(LegalState.Ended), Today },
        { Before, After, false, [], nameof(LegalState.InForce), After },
        { Before, null, true, [], nameof(LegalState.Unknown), null },
        { Before, After, true, [], nameof(LegalState.InForce), After },
        { Before, null, false, [Today], nameof(LegalState.Ended), Today },
        { Before, null, false, [After], nameof(LegalState.InForce), After },
        { Before, null, false, [Unknown], nameof(LegalState.Unknown), null },
        { Before, null, false, [Unknown, Today], nameof(LegalState.Ended), Today },
        { Before, null, true, [After], nameof(LegalState.InForce), After },
        { Before, After, false, [Today], nameof(LegalState.Ended), Today },
        { Before, After, false, [Unknown], nameof(LegalState.InForce), After },
        { After, null, false, [Unknown], nameof(LegalState.NotYet), null },
        { null, null, false, [Today], nameof(LegalState.Ended), Today },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Validity_is_computed_of_the_days_and_of_what_replaces_a_document(string? from, string? to, bool saidReplaced, string[] replacers, string state, string? endsOn)
    {
        var today = DateOnly.Parse(Today, System.Globalization.CultureInfo.InvariantCulture);
        var facts = new LegalFacts { EffectiveOn = Day(from), EndsOn = Day(to), ReplacedByText = saidReplaced ? "Nghị quyết khác" : null };
        var days = replacers.Select(Day).ToList();

        var validity = LegalValidity.Of(facts.Listed, new Replacement(days.Min(), days.Contains(null)), today);

        Assert.Equal((state, Day(endsOn)), (validity.State.ToString(), validity.EndsOn));
        await house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Văn thư"));
            var db = services.GetRequiredService<AppDbContext>();
            var document = Document(db, facts);
            foreach (var day in days)
            {
                Document(db, new LegalFacts { EffectiveOn = day, Replaces = [document.Id] });
            }

            await db.SaveChangesAsync();
            foreach (var each in Enum.GetValues<LegalState>())
            {
                var found = LegalValidity.In(db, db.Set<Article>().Where(a => a.Id == document.Id), each, today).Select(a => a.Id).ToList();
                Assert.Equal(each.ToString() == state ? [document.Id] : [], found);
            }

            return true;
        });
    }

    private static Article Document(AppDbContext db, LegalFacts facts)
    {
        var (by, now) = (new Actor("Văn thư"), App.Start.UtcDateTime);
        var article = new Article(Guid.CreateVersion7(), $"vb-{Guid.CreateVersion7():N}", ArticleKind.Legal, ArticleStatus.Published, by, now);
        db.Add(article);
        db.Add(article.Import(new ArticleContent(new("Văn bản", null, "", null, null, null), null, null, JointApproval: false, [], [], ArticleExtras.None, facts), null, by, now));
        return article;
    }

    private static DateOnly? Day(string? day) => day is null or Unknown ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
