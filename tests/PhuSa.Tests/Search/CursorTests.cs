using PhuSa.Platform.Search;

namespace PhuSa.Tests.Search;

/// <summary>No change is lost where numbers become visible out of order.</summary>
public sealed class CursorTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Missing_numbers_are_remembered_until_they_come()
    {
        var cursor = ChangeCursor.Start.Past(Rows(1, 2, 6, 9), Now);
        Assert.Equal(9, cursor.Seen);
        Assert.Equal([(3L, 5L), (7L, 8L)], Gaps(cursor));

        cursor = cursor.Past(Rows(4, 7), Now);
        Assert.Equal(9, cursor.Seen);
        Assert.Equal([(3L, 3L), (5L, 5L), (8L, 8L)], Gaps(cursor));

        cursor = cursor.Past(Rows(3, 5, 8, 10), Now);
        Assert.Equal(10, cursor.Seen);
        Assert.Empty(cursor.Gaps);
    }

    [Fact]
    public void Numbers_that_never_come_are_given_up_after_an_hour()
    {
        var cursor = ChangeCursor.Start.Past(Rows(1, 3), Now);

        Assert.Equal([(2L, 2L)], Gaps(cursor.Past(Rows(4), Now + ChangeCursor.GapLife - TimeSpan.FromSeconds(1))));
        Assert.Empty(cursor.Past(Rows(4), Now + ChangeCursor.GapLife).Gaps);
    }

    [Fact]
    public void Of_many_gaps_the_latest_are_kept()
    {
        var cursor = ChangeCursor.Start.Past(Rows([.. Enumerable.Range(1, 200).Select(i => i * 2L)]), Now);

        Assert.Equal(ChangeCursor.MostGaps, cursor.Gaps.Count);
        Assert.Equal(399, cursor.Gaps.Max(gap => gap.To));
    }

    [Fact]
    public void Another_row_of_the_same_number_is_another_database()
    {
        var row = Rows(5)[0];
        var cursor = ChangeCursor.Start.Past([row], Now);

        Assert.True(cursor.IsAt(row));
        Assert.False(cursor.IsAt(Row(5, new Guid("11111111-1111-1111-1111-111111111111"))));
    }

    private static List<(long From, long To)> Gaps(ChangeCursor cursor) => [.. cursor.Gaps.Select(gap => (gap.From, gap.To)).Order()];

    private static List<SearchChange> Rows(params long[] ids) => [.. ids.Select(id => Row(id, default))];

    private static SearchChange Row(long id, Guid record)
    {
        var row = new SearchChange { At = Now, Table = "events", RecordId = record };
        typeof(SearchChange).GetProperty(nameof(SearchChange.Id))!.SetValue(row, id);
        return row;
    }
}
