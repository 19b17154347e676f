using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Contracts;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Places;

/// <summary>
/// Point 26, over made-up reforms: whatever is joined, divided and joined again, codes re-used on the way, a unit is on each day where a count by hand says.
/// </summary>
public sealed class PlaceHistoryTests
{
    private const int Slots = 20;
    private static readonly DateOnly[] Reforms = [new(2020, 1, 1), new(2022, 1, 1), new(2024, 1, 1)];

    /// <summary>What becomes of each unit at one reform: one target, or two where it is divided.</summary>
    private static readonly Gen<int[][]> Turns = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 3]).Select((one, other, way) => way == 0 ? new[] { one, other } : [one]).Array[6];

    private static readonly Gen<(int Units, int[] Counts, int[][][] Turns)> Histories = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 4].Array[Reforms.Length], Turns.Array[Reforms.Length]);

    [Fact]
    public async Task Point_26_a_unit_is_on_each_day_where_its_changes_led_and_a_person_is_asked_exactly_where_it_is_in_several()
    {
        await Histories.Array[60].SampleAsync(histories => HoldAsync([.. histories.Select((history, number) => new Made(number, history.Units, history.Counts, history.Turns))]), iter: 2, threads: 1);
    }

    private static async Task HoldAsync(IReadOnlyList<Made> made)
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("places", "code,valid_from,valid_to,level,name,parent\n" + string.Concat(made.Select(history => history.Places))),
            ("place-changes", "old,new,split,resolution\n" + string.Concat(made.Select(history => history.Changes))));
        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);

        await app.InScopeAsync(async services =>
        {
            var places = services.GetRequiredService<IPlaces>();
            foreach (var history in made)
            {
                await HoldsAsync(places, history);
            }

            return true;
        });
    }

    private static async Task HoldsAsync(IPlaces places, Made history)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in history.Names)
        {
            ids[name] = Assert.Single(await places.SearchAsync(name, CancellationToken.None), place => place.Name == name).Id;
        }

        for (var generation = 0; generation <= Reforms.Length; generation++)
        {
            var day = generation == 0 ? Reforms[0].AddDays(-1) : Reforms[generation - 1];
            var present = await places.PresentAsync(ids.Values, day, CancellationToken.None);
            foreach (var (unit, where) in history.At(generation))
            {
                var told = present[ids[unit]];
                Assert.Equal((unit, day, string.Join('|', where.Order(StringComparer.Ordinal))), (unit, day, string.Join('|', told.Communes.Select(commune => commune.Name).Order(StringComparer.Ordinal))));
                Assert.Equal(where.Count == 1, told.IsSure);
                Assert.All(told.Communes, commune => Assert.True((commune.ValidFrom is null || commune.ValidFrom <= day) && (commune.ValidTo is null || commune.ValidTo >= day)));
            }
        }

        var became = await places.SuccessionsAsync(ids.Values, CancellationToken.None);
        foreach (var (unit, where) in history.At(Reforms.Length))
        {
            var isItself = where.Contains(unit);
            Assert.Equal((unit, !isItself && where.Count > 1), (unit, became[ids[unit]].WasSplit));
            Assert.Equal(!isItself && where.Count == 1 ? where.Single() : null, became[ids[unit]].Only?.Name);
            Assert.All(where, name => Assert.Contains(ids[unit], places.WithinAsync(name, CancellationToken.None).GetAwaiter().GetResult()));
        }

        // A code names one unit on a day, whichever unit had it before.
        foreach (var (code, generation, name) in history.Coded)
        {
            Assert.Equal(name, (await places.FindAsync(code, generation == 0 ? Reforms[0].AddDays(-1) : Reforms[generation - 1], CancellationToken.None))!.Name);
        }
    }

    /// <summary>A history written down as tables, and counted by hand.</summary>
    private sealed class Made
    {
        private readonly List<Dictionary<string, HashSet<string>>> _where = [];
        private readonly StringBuilder _places = new();
        private readonly StringBuilder _changes = new();

        public Made(int number, int units, int[] counts, int[][][] turns)
        {
            var present = Begun(number, generation: 0, units);
            _where.Add(present.ToDictionary(unit => unit.Name, unit => new HashSet<string> { unit.Name }, StringComparer.Ordinal));
            for (var reform = 0; reform < Reforms.Length; reform++)
            {
                var next = Begun(number, reform + 1, counts[reform]);
                var became = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
                foreach (var (unit, turn) in present.Select((unit, index) => (unit, turns[reform][index])))
                {
                    var targets = turn.Select(target => next[target % next.Count]).DistinctBy(target => target.Name).ToList();
                    became[unit.Name] = [.. targets.Select(target => target.Name)];
                    foreach (var target in targets)
                    {
                        _changes.Append(CultureInfo.InvariantCulture, $"{unit.Key},{target.Key},{(targets.Count > 1 ? "có" : "")},\n");
                    }
                }

                var all = _where[^1].ToDictionary(unit => unit.Key, unit => unit.Value.SelectMany(at => became[at]).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
                next.ForEach(unit => all[unit.Name] = [unit.Name]);
                _where.Add(all);
                present = next;
            }
        }

        public string Places => _places.ToString();

        public string Changes => _changes.ToString();

        public List<string> Names { get; } = [];

        public List<(string Code, int Generation, string Name)> Coded { get; } = [];

        /// <returns>Where each unit that there had been by then is after so many reforms.</returns>
        public Dictionary<string, HashSet<string>> At(int generation) => _where[generation];

        private List<(string Name, string Key)> Begun(int number, int generation, int count)
        {
            var units = new List<(string, string)>();
            for (var index = 0; index < count; index++)
            {
                // The codes of one reform are those of the one before in another order: they name other units.
                var code = $"{10000 + (number * Slots) + ((index + (generation * 2)) % 7)}";
                var (from, to) = (generation == 0 ? (DateOnly?)null : Reforms[generation - 1], generation == Reforms.Length ? (DateOnly?)null : Reforms[generation].AddDays(-1));
                var name = $"Xã Thử{number} Đời{generation} Số{index}";
                _places.Append(CultureInfo.InvariantCulture, $"{code},{from:yyyy-MM-dd},{to:yyyy-MM-dd},commune,{name},\n");
                units.Add((name, from is { } first ? $"{code}@{first:yyyy-MM-dd}" : code));
                Names.Add(name);
                Coded.Add((code, generation, name));
            }

            return units;
        }
    }
}
