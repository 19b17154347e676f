using System.Text.RegularExpressions;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>A collective mark: a collective organisation owns it and its members use it. Its name need not be its owner's.</summary>
internal sealed partial class CollectiveMark : IJournaled
{
    public const int NameMaxLength = 300;
    public const int ApplicationNumberMaxLength = 20;

    private CollectiveMark()
    {
    }

    public CollectiveMark(Guid id, string code)
    {
        Id = id;
        Code = code;
        Slug = PhuSa.Vietnamese.Slug.From(code, ImportColumns.CodeMaxLength);
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public string Slug { get; private init; } = "";

    /// <summary>Letter for letter as filed: capitals, dots and hyphens are part of it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The cooperative that owns it, by its organisation's id.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Number of the application at the Intellectual Property Office; null where not known.</summary>
    public string? ApplicationNumber { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    /// <exception cref="RefusedException">The application number has not the office's shape.</exception>
    public void Describe(string name, Guid ownerId, string? applicationNumber, string? source)
    {
        if (applicationNumber is not null && !OfficeNumber.IsMatch(applicationNumber))
        {
            throw new RefusedException("Số đơn đăng ký nhãn hiệu phải có dạng 4-YYYY-NNNNN, ví dụ 4-2019-12345; chưa biết thì để trống.");
        }

        Name = name;
        OwnerId = ownerId;
        ApplicationNumber = applicationNumber;
        Source = source;
    }

    [GeneratedRegex("^4-(?:19|20)[0-9]{2}-[0-9]{5}$", RegexOptions.NonBacktracking)]
    private static partial Regex OfficeNumber { get; }
}
