using System.Text;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>A rendered page cut at its marks: fixed parts, and between each two of them one number.</summary>
internal sealed class PageParts
{
    // The marks of PageNumbers as UTF-8: three bytes, a letter, three bytes.
    private static readonly byte[] Open = Encoding.UTF8.GetBytes([PageNumbers.Open]);
    private static readonly byte[] Close = Encoding.UTF8.GetBytes([PageNumbers.Close]);

    private PageParts(IReadOnlyList<ReadOnlyMemory<byte>> @fixed, IReadOnlyList<PageNumber> numbers) => (Fixed, Numbers) = (@fixed, numbers);

    /// <summary>One more than there are numbers; any of them may be empty.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Fixed { get; }

    public IReadOnlyList<PageNumber> Numbers { get; }

    public static PageParts Cut(ReadOnlyMemory<byte> page)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var numbers = new List<PageNumber>();
        var start = 0;
        var from = 0;
        while (page.Span[from..].IndexOf(Open) is >= 0 and var found)
        {
            var mark = from + found;
            from = mark + Open.Length;
            if (NumberAt(page.Span[from..]) is { } number)
            {
                parts.Add(page[start..mark]);
                numbers.Add(number);
                start = from = mark + Open.Length + 1 + Close.Length;
            }
        }

        parts.Add(page[start..]);
        return new PageParts(parts, numbers);
    }

    private static PageNumber? NumberAt(ReadOnlySpan<byte> text) => text.Length <= Close.Length || !text[1..].StartsWith(Close)
        ? null
        : text[0] switch
        {
            (byte)'o' => PageNumber.Online,
            (byte)'t' => PageNumber.Total,
            (byte)'d' => PageNumber.Today,
            (byte)'v' => PageNumber.Views,
            _ => null,
        };
}

/// <summary>Which live number stands in a place of a page.</summary>
internal enum PageNumber : byte
{
    Online,
    Total,
    Today,
    Views,
}

/// <summary>A number as it is printed: “128.406”.</summary>
internal static class PrintedNumber
{
    /// <summary>The longest number of 64 bits with its points.</summary>
    public const int MaxLength = 25;

    public static long Of(this in PageReading reading, PageNumber number) => number switch
    {
        PageNumber.Online => reading.Online,
        PageNumber.Total => reading.Total,
        PageNumber.Today => reading.Today,
        _ => reading.Views,
    };

    public static int Length(long number)
    {
        var digits = 1;
        for (var rest = number / 10; rest > 0; rest /= 10)
        {
            digits++;
        }

        return digits + ((digits - 1) / 3);
    }

    /// <returns>How many bytes were written.</returns>
    public static int Write(long number, Span<byte> to)
    {
        var length = Length(number);
        var digit = 0;
        for (var at = length - 1; at >= 0; at--, digit++)
        {
            if (digit % 4 == 3)
            {
                to[at] = (byte)'.';
                continue;
            }

            to[at] = (byte)('0' + (number % 10));
            number /= 10;
        }

        return length;
    }
}
