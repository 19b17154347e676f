using System.Net;
using Microsoft.EntityFrameworkCore;
using PhuSa.Portal.Visits;

namespace PhuSa.Tests.Visits;

/// <summary>How widely a page is read is counted without anybody being known.</summary>
public class NeighbourhoodTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, BrowserHash.SaltLength).Select(i => (byte)i)];

    [Theory]
    [InlineData("10.1.2.3", "10.1.250.9", true)]
    [InlineData("10.1.2.3", "::ffff:10.1.99.1", true)]
    [InlineData("10.1.2.3", "10.2.2.3", false)]
    [InlineData("2405:4800:1::1", "2405:4800:ffff::2", true)]
    [InlineData("2405:4800::1", "2405:4801::1", false)]
    public void A_neighbourhood_is_sixteen_bits_of_ipv4_and_thirty_two_of_ipv6(string one, string other, bool same) =>
        Assert.Equal(same, BrowserHash.OfNeighbourhood(Salt, IPAddress.Parse(one)) == BrowserHash.OfNeighbourhood(Salt, IPAddress.Parse(other)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(30, 1)]
    [InlineData(1_000, 60)]
    public void The_number_is_close_to_what_was_seen(int seen, int off)
    {
        var page = new Neighbourhoods("MA");
        for (var i = 0; i < 3 * seen; i++)
        {
            page.See(Salt, new IPAddress([(byte)(11 + (i % seen / 250)), (byte)(i % seen % 250), (byte)(i % 200), 1]));
        }

        Assert.InRange(Neighbourhoods.CountOf(page.Read().Field), seen - off, seen + off);
    }

    [Fact]
    public void Another_days_salt_leaves_nothing_to_compare()
    {
        var (today, tomorrow) = (new Neighbourhoods("MA"), new Neighbourhoods("MA"));
        foreach (var i in Enumerable.Range(0, 40))
        {
            var address = new IPAddress([10, (byte)i, 0, 1]);
            today.See(Salt, address);
            tomorrow.See([.. Salt.Reverse()], address);
        }

        Assert.NotEqual(today.Read().Field, tomorrow.Read().Field);
    }

    [Fact]
    public async Task What_is_kept_of_a_page_is_its_key_its_day_and_a_number()
    {
        await using var app = await App.StartAsync(empty: true);
        await app.InDbAsync(db =>
        {
            var columns = db.Model.FindEntityType(typeof(PageSpreadRow))!.GetProperties().Select(property => property.Name).Order();
            Assert.Equal(["Count", "Day", "Field", "Key", "Version"], columns);
            db.Add(new PageSpreadRow { Key = "MA", Day = new DateOnly(2026, 6, 30), Field = new byte[Neighbourhoods.Length], Count = 7 });
            return db.SaveChangesAsync();
        });

        // The first fold of a day takes the bits of the days before out.
        await app.FoldAsync();
        app.Clock.AdjustTime(app.Clock.GetUtcNow().AddDays(1));
        await app.FoldAsync();

        await app.InDbAsync(async db =>
        {
            var row = await db.Set<PageSpreadRow>().AsNoTracking().SingleAsync();
            Assert.Equal((7, null), (row.Count, row.Field));
        });
    }
}
