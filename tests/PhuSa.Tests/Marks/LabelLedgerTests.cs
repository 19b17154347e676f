using PhuSa.Marks.Labels;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 14: what was issued is used, damaged, returned, cancelled or still with the holder, and nothing is lost on the way.</summary>
public sealed class LabelLedgerTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 3, 0, 0, DateTimeKind.Utc);
    private static readonly LabelPlace Place = new(Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void Point_14_sums_balance_after_any_sequence_of_lines_and_reversals()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var entries = new List<LabelEntry>();
            var (held, settled, unnumbered) = (new HashSet<(string, long)>(), new Dictionary<Guid, LabelEntry>(), 0L);
            for (var step = 0; step < 120; step++)
            {
                var ledger = new LabelLedger(entries);
                var on = Day("2026-01-01").AddDays(step);
                if (random.Next(5) == 0 && entries.Count > 0)
                {
                    var wrong = entries[random.Next(entries.Count)];
                    if (wrong.ReversesId is null && ledger.NotReversed(wrong) is null)
                    {
                        entries.Add(wrong.Reversal(Guid.CreateVersion7(), new LabelNews(on, "Ghi nhầm"), By, Now));
                        var sign = wrong.Move == LabelMove.Issue ? -1 : 1;
                        unnumbered += wrong.Span is null ? sign * wrong.Count : 0;
                        foreach (var label in Labels(wrong.Span))
                        {
                            Assert.True(sign < 0 ? held.Remove(label) : held.Add(label));
                        }
                    }
                }
                else
                {
                    var move = (LabelMove)random.Next(5);
                    var amount = random.Next(3) == 0 ? LabelAmount.Unnumbered(random.Next(1, 60)) : LabelAmount.Numbered(Span(random));
                    var taken = move == LabelMove.Issue ? ledger.Standing.Any(e => e.Move == LabelMove.Issue && Labels(e.Span).Intersect(Labels(amount.Span)).Any()) : ledger.NotSettled(amount, on) is not null;
                    var expected = move == LabelMove.Issue ? taken : amount.Span is null ? amount.Count > unnumbered : Labels(amount.Span).Any(label => !held.Contains(label));
                    Assert.Equal(expected, taken);
                    if (!taken)
                    {
                        entries.Add(Entry(move, amount, on));
                        unnumbered += amount.Span is null ? move == LabelMove.Issue ? amount.Count : -amount.Count : 0;
                        foreach (var label in Labels(amount.Span))
                        {
                            Assert.True(move == LabelMove.Issue ? held.Add(label) : held.Remove(label));
                        }
                    }
                }

                var after = new LabelLedger(entries);
                Assert.True(after.Sums().Balances, $"seed {seed}, step {step}: {after.Sums()}");
                Assert.Equal((held.Count + unnumbered, unnumbered), (after.Sums().Outstanding, after.Unnumbered()));
                Assert.Equal(held.Order(), after.Numbered().All.SelectMany(span => Labels(span)).Order());
                Assert.True(after.Sums(Day("2026-01-01").AddDays(random.Next(step + 1))).Balances);
            }
        }
    }

    [Fact]
    public void Labels_that_are_not_outstanding_are_not_settled_and_the_numbers_are_named()
    {
        var ledger = new LabelLedger([Issue(1, 100), Entry(LabelMove.Use, Numbers(11, 20), Day("2026-02-01"))]);

        var not = ledger.NotSettled(Numbers(5, 15), Day("2026-03-01"));
        Assert.Equal("AG 11–15", not!.Args[0]);
        Assert.Equal("AG 101–110", ledger.NotSettled(Numbers(91, 110), Day("2026-03-01"))!.Args[0]);
        Assert.Null(ledger.NotSettled(Numbers(21, 100), Day("2026-03-01")));
        Assert.Equal("Input.On", ledger.NotSettled(Numbers(21, 100), Day("2025-12-31"))!.Field);
        Assert.NotNull(ledger.NotSettled(LabelAmount.Unnumbered(1), Day("2026-03-01")));
    }

    [Fact]
    public void Labels_without_numbers_are_never_fewer_than_none_on_any_day()
    {
        var ledger = new LabelLedger([Entry(LabelMove.Issue, LabelAmount.Unnumbered(100), Day("2026-01-10")), Entry(LabelMove.Use, LabelAmount.Unnumbered(90), Day("2026-03-01"))]);

        Assert.Null(ledger.NotSettled(LabelAmount.Unnumbered(10), Day("2026-02-01")));
        Assert.NotNull(ledger.NotSettled(LabelAmount.Unnumbered(11), Day("2026-02-01")));
        Assert.NotNull(ledger.NotSettled(LabelAmount.Unnumbered(1), Day("2026-01-09")));
        Assert.NotNull(ledger.NotReversed(ledger.Entries.Single(entry => entry.Move == LabelMove.Issue)));
        Assert.Null(ledger.NotReversed(ledger.Entries.Single(entry => entry.Move == LabelMove.Use)));
    }

    [Fact]
    public void A_wrong_line_is_reversed_once_and_counts_on_no_day()
    {
        var (issue, used) = (Issue(1, 100), Entry(LabelMove.Use, Numbers(1, 10), Day("2026-02-01")));
        Assert.NotNull(new LabelLedger([issue, used]).NotReversed(issue));

        var back = used.Reversal(Guid.CreateVersion7(), new LabelNews(Day("2026-03-01"), "Ghi nhầm quyền"), By, Now);
        var ledger = new LabelLedger([issue, used, back]);
        Assert.NotNull(ledger.NotReversed(used));
        Assert.NotNull(ledger.NotReversed(back));
        Assert.Null(ledger.NotReversed(issue));
        Assert.Equal(new LabelSums(100, 0, 0, 0, 0, 100), ledger.Sums(Day("2026-02-15")));
        Assert.Equal((LabelMove.Use, 10L, "Ghi nhầm quyền"), (back.Move, back.Count, back.Note));
    }

    [Theory]
    [InlineData("AG", " ag ", true)]
    [InlineData("ĐX", "dx", true)]
    [InlineData("AG", "AH", false)]
    public void Two_spellings_of_a_series_are_one(string one, string other, bool same) => Assert.Equal(same, LabelSpan.KeyOf(one) == LabelSpan.KeyOf(other));

    [Fact]
    public void The_allowance_is_whole_labels_and_unknown_where_nobody_said_how_many_a_unit_needs()
    {
        var output = new DeclaredOutput(Day("2026-01-01"), Day("2026-12-31"), 1_001m, "kg", 0.2m, null);

        Assert.Equal(200, new OutputDeclaration(Guid.CreateVersion7(), Place.GrantId, output, By, Now).Allowance);
        Assert.Null(new OutputDeclaration(Guid.CreateVersion7(), Place.GrantId, output with { LabelsPerUnit = null }, By, Now).Allowance);
    }

    [Fact]
    public void A_declaration_is_withdrawn_once()
    {
        var declared = new OutputDeclaration(Guid.CreateVersion7(), Place.GrantId, new DeclaredOutput(Day("2026-01-01"), Day("2026-12-31"), 1, "tấn", 2, null), By, Now);
        declared.Withdraw("Khai nhầm đơn vị tính", Now);

        Assert.Throws<RefusedException>(() => declared.Withdraw("Lần nữa", Now));
    }

    private static LabelEntry Entry(LabelMove move, LabelAmount amount, DateOnly on) => new(Guid.CreateVersion7(), Place, move, amount, new LabelNews(on, null), By, Now);

    private static LabelEntry Issue(long first, long last) => Entry(LabelMove.Issue, Numbers(first, last), Day("2026-01-10"));

    private static LabelAmount Numbers(long first, long last) => LabelAmount.Numbered(new LabelSpan("AG", first, last));

    private static LabelSpan Span(Random random)
    {
        var first = random.Next(1, 300);
        return new LabelSpan(random.Next(4) == 0 ? "AG" : "", first, first + random.Next(0, 40));
    }

    private static IEnumerable<(string, long)> Labels(LabelSpan? span) => span is { } some ? Enumerable.Range(0, (int)some.Count).Select(i => (some.Key, some.First + i)) : [];
}
