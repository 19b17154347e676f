using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Consents;

/// <summary>What a person agrees to, in one language. Law 91/2025/QH15 asks that each of these be said.</summary>
/// <param name="Kinds">Which data.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Controller">Who decides over them, and who else receives them.</param>
/// <param name="Rights">What the person may ask for.</param>
/// <param name="Retention">How long they are kept, and what stays after a refusal or a withdrawal.</param>
internal sealed record ConsentWords(string Kinds, string Purpose, string Controller, string Rights, string Retention)
{
    public const int MaxLength = 4000;
}

/// <summary>One version of the text on personal data. Written once: whoever agreed can always read what they agreed to.</summary>
internal sealed class ConsentText : IJournaled
{
    private ConsentText()
    {
    }

    public ConsentText(Guid id, int number, DateOnly fromDay, ConsentWords vietnamese, ConsentWords english, Actor by, DateTime now)
    {
        Id = id;
        Number = number;
        FromDay = fromDay;
        Vietnamese = vietnamese;
        English = english;
        By = by.Name;
        CreatedAt = now;
    }

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private init; }

    /// <summary>From this day of Vietnam everybody is asked for this version.</summary>
    public DateOnly FromDay { get; private init; }

    public ConsentWords Vietnamese { get; private init; } = null!;

    public ConsentWords English { get; private init; } = null!;

    public string By { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private init; }

    public string JournalTitle => $"Nội dung đồng ý, bản {Number}";
}
