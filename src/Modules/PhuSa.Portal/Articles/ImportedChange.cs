using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Articles;

/// <summary>That an import has changed a text which readers had seen: as after a change by the office, they are told.</summary>
/// <param name="Seen">The version they had seen.</param>
/// <param name="Minor">Text, places and the rest are the same, only its day is another: readers are told nothing.</param>
/// <param name="Source">Where the new text came from, as readers may know it: never a path of a machine.</param>
internal sealed record ImportedChange(int Seen, bool Minor, string Source, Actor By, DateTime At)
{
    /// <summary>What readers are told; the page says the day before it.</summary>
    public const string Sentence = "Cập nhật theo dữ liệu nhập từ {0}.";

    /// <summary>The source where the import names none.</summary>
    public const string Table = "bảng của cơ quan";

    private const int SourceMaxLength = 300;

    public string? Note => Minor ? null : Sentence.Replace("{0}", Source.Length <= SourceMaxLength ? Source : Source[..SourceMaxLength], StringComparison.Ordinal);

    /// <summary>A note in the reader's language, and the source in it as Vietnamese: ours is said again, another stays as somebody wrote it.</summary>
    public static IHtmlContent Markup(string note, Texts texts)
    {
        var at = Sentence.IndexOf("{0}", StringComparison.Ordinal);
        var (before, after) = (Sentence[..at], Sentence[(at + 3)..]);
        return note.Length > before.Length + after.Length && note.StartsWith(before, StringComparison.Ordinal) && note.EndsWith(after, StringComparison.Ordinal)
            ? texts.Around(Sentence, note[before.Length..^after.Length])
            : RecordWords.Markup(note, texts);
    }
}
