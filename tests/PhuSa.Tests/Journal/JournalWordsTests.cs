using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host;
using PhuSa.Office.Journal;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Journal;

/// <summary>Whoever reads the journal reads words, in Vietnamese and in English: no name of a table, a column or a program.</summary>
public sealed partial class JournalWordsTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task Every_journaled_record_and_every_value_of_it_has_a_name_that_a_person_can_read() => await _app.InDbAsync(db =>
    {
        var unnamed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes().Where(IsTold))
        {
            if (!JournalWords.Kinds.ContainsKey(type.GetTableName()!))
            {
                unnamed.Add($"kind {type.GetTableName()}");
            }

            unnamed.UnionWith(Columns(type).Where(column => !JournalColumns.Names.ContainsKey(column)).Select(column => $"column {column} of {type.GetTableName()}"));
        }

        Assert.True(unnamed.Count == 0, string.Join('\n', unnamed));
        return Task.CompletedTask;
    });

    [Fact]
    public void Every_act_of_a_flow_and_of_a_note_has_a_name()
    {
        var flows = HouseModules.All.SelectMany(module => module.Assembly.GetTypes())
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => typeof(IFlowTable).IsAssignableFrom(property.PropertyType))
            .SelectMany(property => ((IFlowTable)property.GetValue(null)!).Rows.Select(row => row.Action));
        var notes = Directory.EnumerateFiles(App.Repository("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Noted.Matches(File.ReadAllText(file)).Select(match => match.Groups["act"].Value));

        var unnamed = flows.Concat(notes).Distinct(StringComparer.Ordinal).Where(act => !JournalWords.Actions.ContainsKey(act)).Order(StringComparer.Ordinal).ToList();

        Assert.Contains("PasskeyAdded", JournalWords.Actions.Keys);
        Assert.True(unnamed.Count == 0, string.Join('\n', unnamed));
    }

    [Fact]
    public void Every_word_of_the_journal_has_its_English()
    {
        var texts = _app.Services.GetRequiredService<Texts>();
        var without = new[] { JournalWords.Kinds, JournalWords.Actions, JournalWords.Whys, JournalColumns.Names }.SelectMany(words => words.Values).Distinct(StringComparer.Ordinal).Where(word => texts.English(word) is null).ToList();

        Assert.True(without.Count == 0, string.Join('\n', without));
    }

    [Fact]
    public async Task A_sign_in_by_password_is_told_in_words()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector);
        var visitor = await (await _app.Visit().OpenAsync("/dang-nhap")).SubmitAsync("main form:not([data-passkey])", ("Input.Login", person.Email), ("Input.Password", person.Password));
        Assert.Equal(302, visitor.Status);

        var auditor = await (await _app.SignedInAsync(Role.Auditor)).OpenAsync($"/quan-tri/nhat-ky?viec=SignIn&nguoi={person.Id}");

        Assert.Contains("Lý do: Bằng mật khẩu", auditor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", auditor.Text, StringComparison.Ordinal);
    }

    /// <summary>Journaled, or a part of what is; the steps of a flow are told as the act itself.</summary>
    private static bool IsTold(IEntityType type) => type.IsOwned()
        ? !typeof(Step).IsAssignableFrom(type.ClrType) && type.FindOwnership() is { } ownership && IsTold(ownership.PrincipalEntityType)
        : typeof(IJournaled).IsAssignableFrom(type.ClrType);

    private static IEnumerable<string> Columns(IEntityType type) => type.GetProperties()
        .Concat(type.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
        .Where(property => property.Name is not ("Id" or "Version"))
        .Select(property => property.GetColumnName());

    [GeneratedRegex("""(?:[nN]otes\.(?:Add|AddAsync|RefusedAsync)|NoteAsync)\([^;]*?"(?<act>[A-Z][A-Za-z]+)"[,)]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Noted { get; }
}
