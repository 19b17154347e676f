using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>The part of an address that names a thing: a–z, 0–9 and single hyphens.</summary>
public static class Slug
{
    /// <summary>What a text without a single Latin letter or digit becomes.</summary>
    public const string Nameless = "khong-ten";

    /// <summary>
    /// "Rượu nho Đồng Tháp" gives "ruou-nho-dong-thap". Cut at the end of a word within <paramref name="maxLength"/>
    /// characters; only a first word that is longer is cut inside.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> leaves no room for <see cref="Nameless"/>.</exception>
    public static string From(string text, int maxLength = 80)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, Nameless.Length);

        var slug = new StringBuilder();
        foreach (var word in SearchText.Fold(text).Split(' '))
        {
            var ascii = string.Concat(word.Where(char.IsAsciiLetterOrDigit));
            if (ascii.Length == 0)
            {
                continue;
            }

            if (slug.Length == 0)
            {
                slug.Append(ascii.AsSpan(0, Math.Min(ascii.Length, maxLength)));
            }
            else if (slug.Length + 1 + ascii.Length <= maxLength)
            {
                slug.Append('-').Append(ascii);
            }
            else
            {
                break;
            }
        }

        return slug.Length == 0 ? Nameless : slug.ToString();
    }
}
