using PhuSa.Host.Startup;

namespace PhuSa.Tests.House;

/// <summary>The machine is asked to take back what only the start read of the libraries' files.</summary>
public sealed class OpeningPagesTests
{
    private static readonly string[] Told =
    [
        "55d0c0000000-55d0c0002000 r--p 00000000 fe:00 11 /usr/bin/dotnet",
        "7f0000000000-7f0000200000 r-xp 00001000 fe:00 12 /app/Mot.dll",
        "7f0000200000-7f0000300000 rw-p 00201000 fe:00 12 /app/Mot.dll",
        "7f0000400000-7f0000500000 r--p 00000000 fe:00 14                 /usr/lib/x/libba so.so.1.2",
        "7f0000500000-7f0000600000 r--p 00000000 00:00 0",
        "7f0000600000-7f0000700000 r--s 00000000 fe:00 15 /data/phusa.db",
        "nothing of the kind",
    ];

    [Fact]
    public void Only_libraries_that_are_never_written_are_asked_for() => Assert.Equal(
        [(0x7f0000000000UL, 0x200000UL), (0x7f0000400000UL, 0x100000UL)],
        OpeningPages.Libraries(Told).Select(mapping => ((ulong)mapping.Address, (ulong)mapping.Length)));

    [Fact]
    public void The_product_works_on_after_it_however_often_it_is_asked()
    {
        for (var i = 0; i < 20; i++)
        {
            OpeningPages.LetGo();
            Assert.NotEmpty(typeof(OpeningPages).Assembly.GetTypes());
        }
    }
}
