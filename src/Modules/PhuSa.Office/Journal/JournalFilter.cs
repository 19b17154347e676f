using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Vietnamese;

namespace PhuSa.Office.Journal;

/// <summary>Which entries are asked for; stands in the address, so that a list can be kept and sent.</summary>
internal sealed class JournalFilter
{
    private const int WordsMaxLength = 100;
    private const string WordsKey = "tim";

    [FromQuery(Name = "nguoi")]
    public Guid? Person { get; set; }

    [FromQuery(Name = "to-chuc")]
    public Guid? Organisation { get; set; }

    [FromQuery(Name = "loai")]
    [StringLength(100)]
    public string? Kind { get; set; }

    [FromQuery(Name = "viec")]
    [StringLength(40)]
    public string? Action { get; set; }

    [FromQuery(Name = "tu")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = WordsKey)]
    [StringLength(WordsMaxLength, ErrorMessage = "Gõ tối đa {1} chữ để tìm")]
    public string? Words { get; set; }

    /// <summary>Set by a record's timeline, never by the address.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public Guid? Record { get; set; }

    public bool IsEmpty => Pairs().Count == 0;

    public IQueryable<JournalEntry> Of(IQueryable<JournalEntry> entries)
    {
        entries = Person is { } person ? entries.Where(entry => entry.PersonId == person) : entries;
        entries = Organisation is { } organisation ? entries.Where(entry => entry.OrganisationId == organisation) : entries;
        entries = Kind is { Length: > 0 } kind ? entries.Where(entry => entry.Kind == kind) : entries;
        entries = Record is { } record ? entries.Where(entry => entry.RecordId == record) : entries;
        entries = Action is { Length: > 0 } action ? entries.Where(entry => entry.Action == action) : entries;
        if (From is { } first)
        {
            var begin = VietnamTime.Begin(first);
            entries = entries.Where(entry => entry.At >= begin);
        }

        if (To is { } last && last < DateOnly.MaxValue)
        {
            var end = VietnamTime.Begin(last.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        foreach (var word in SearchText.Fold(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            entries = entries.Where(entry => entry.TitleFolded.Contains(word));
        }

        return entries;
    }

    /// <summary>The filter as the end of an address: empty, or <c>?loai=papers&amp;…</c>.</summary>
    public string Query(string? key = null, string? value = null)
    {
        var pairs = Pairs();
        if (key is not null && value is not null)
        {
            pairs.Add(new(key, value));
        }

        return new QueryBuilder(pairs).ToString();
    }

    /// <summary>The filter as a note of an export tells it: that words were looked for, not which. They may be somebody's name, and a note stays.</summary>
    public string Told(string format) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["format"] = format,
        ["filter"] = new QueryBuilder(Pairs().Select(pair => pair.Key == WordsKey ? KeyValuePair.Create(WordsKey, "…") : pair)).ToString(),
    });

    private List<KeyValuePair<string, string>> Pairs()
    {
        (string Key, string? Value)[] all =
        [
            ("nguoi", Person?.ToString()),
            ("to-chuc", Organisation?.ToString()),
            ("loai", Kind),
            ("viec", Action),
            ("tu", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("den", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (WordsKey, Words),
        ];
        return [.. all.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))];
    }
}
