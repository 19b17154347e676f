using PhuSa.Host.Startup;

namespace PhuSa.Tests.House;

/// <summary>What only the start read leaves the process, and nothing that somebody may have written to.</summary>
public sealed class OpeningPagesTests
{
    private static readonly string[] Told =
    [
        "55d0c0000000-55d0c0002000 r--p 00000000 fe:00 11 /usr/bin/dotnet",
        "Anonymous:             0 kB",
        "7f0000000000-7f0000200000 r-xp 00001000 fe:00 12 /app/Mot.dll",
        "Rss:                1024 kB",
        "Anonymous:             0 kB",
        "7f0000200000-7f0000300000 rw-p 00201000 fe:00 12 /app/Mot.dll",
        "Anonymous:             0 kB",
        "7f0000300000-7f0000400000 r-xp 00001000 fe:00 13 /app/Hai.dll",
        "Anonymous:             8 kB",
        "7f0000400000-7f0000500000 r--p 00000000 fe:00 14 /usr/lib/x/libba so.so.1.2",
        "Anonymous:             0 kB",
        "7f0000500000-7f0000600000 r--p 00000000 00:00 0",
        "Anonymous:             0 kB",
    ];

    [Fact]
    public void Only_libraries_that_nobody_wrote_to_are_let_go() => Assert.Equal(
        [(0x7f0000000000UL, 0x200000UL), (0x7f0000400000UL, 0x100000UL)],
        OpeningPages.FilesAsTheyAre(Told).Select(mapping => ((ulong)mapping.Address, (ulong)mapping.Length)));

    [Fact]
    public void The_product_works_on_after_it()
    {
        OpeningPages.LetGo();

        Assert.Equal("Cần Thơ", string.Concat("Cần", " ", "Thơ"));
        Assert.NotEmpty(typeof(OpeningPages).Assembly.GetTypes());
    }
}
