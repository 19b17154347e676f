using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Consents;

/// <summary>A person's answer to one version of the text: agreed or refused, and when. All times are UTC.</summary>
internal sealed class Consent : IJournaled
{
    public const int WhyMaxLength = 500;

    private Consent()
    {
    }

    /// <param name="language">vi or en: in which the person read it.</param>
    public Consent(Guid id, Guid personId, int number, bool given, string language, string? address, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Number = number;
        Given = given;
        Language = language;
        Address = address;
        At = now;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>The version of the text.</summary>
    public int Number { get; private init; }

    public bool Given { get; private init; }

    public string Language { get; private init; } = "vi";

    public string? Address { get; private init; }

    public DateTime At { get; private init; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    public string JournalTitle => PersonId.ToString("N");

    public void Withdraw(string? why, DateTime now)
    {
        if (!Given || WithdrawnAt is not null)
        {
            throw new RefusedException("Sự đồng ý này đã được rút lại.");
        }

        WithdrawnAt = now;
        WithdrawnWhy = why;
    }
}
