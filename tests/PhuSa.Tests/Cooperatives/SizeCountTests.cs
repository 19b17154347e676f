using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using ImportFolder = PhuSa.Tests.Organisations.ImportFolder;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 19: the counts by size at the bounds of the classes, the same in the figure and in the list that it opens.</summary>
public sealed class SizeCountTests
{
    private const long Billion = 1_000_000_000;

    /// <summary>Members, revenue and capital in billions, and the class: on each bound and one below it.</summary>
    private static readonly (int Members, long? Revenue, long? Capital, string Size)[] Agriculture =
    [
        (300, 50, null, "large"), (300, null, 10, "large"),
        (299, 50, null, "medium"), (300, 49, 9, "medium"), (200, 10, null, "medium"), (200, null, 5, "medium"),
        (199, 10, null, "small"), (200, 9, 4, "small"), (50, 2, null, "small"), (50, null, 1, "small"),
        (49, 2, 1, "micro"), (50, 1, 0, "micro"), (0, 0, 0, "micro"),
        (300, null, null, "not-enough-data"), (50, 1, null, "not-enough-data"),
    ];

    [Fact]
    public async Task Point_19_each_count_at_the_bounds_is_that_of_its_list()
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("organisations", "code,name,short_name,kind\nso,Sở Một,,agency\n"),
            ("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\n" + string.Concat(Agriculture.Select((_, index) => $"htx-{index},HTX Số {index},,,,2010,,,\n"))));
        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);
        await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var db = services.GetRequiredService<AppDbContext>();
            foreach (var (row, index) in Agriculture.Select((row, index) => (row, index)))
            {
                var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == $"htx-{index}");
                var year = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2025);
                year.Describe(new YearContent(row.Members, null, null, row.Capital * Billion, row.Revenue * Billion, Source: null));
                db.Add(year);
                cooperative.Sort(CooperativeSector.Agriculture, field: null);
                cooperative.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
            }

            return await db.SaveChangesAsync();
        });
        var officer = await app.SignedInAsync(Role.DepartmentOfficer, "so");

        foreach (var (size, word) in new[] { ("large", "lon"), ("medium", "vua"), ("small", "nho"), ("micro", "sieu-nho"), ("not-enough-data", "chua-du"), ("no-rule", "chua-co-quy-tac") })
        {
            var expected = Agriculture.Count(row => row.Size == size);
            var reading = await app.AskAsync($"cooperatives.by-size.{size}", FigureRequest.Everything);
            await officer.OpenAsync($"{RegistryHouse.Office}?quy-mo={word}");
            Assert.Equal((size, expected, expected, expected), (size, (int)reading.Value!.Value, reading.Evidence.Count, officer.Page.QuerySelectorAll("main tbody tr").Length));
            Assert.Equal(
                Agriculture.Select((row, index) => (row.Size, Name: $"HTX Số {index}")).Where(row => row.Size == size).Select(row => row.Name).Order(StringComparer.Ordinal),
                reading.Evidence.Select(evidence => evidence.Title).Order(StringComparer.Ordinal));
        }
    }
}
