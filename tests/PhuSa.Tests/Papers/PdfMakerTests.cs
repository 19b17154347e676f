using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using PhuSa.Papers.Printing;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Papers;

/// <summary>What goes wrong with one paper keeps no other from being printed.</summary>
public sealed class PdfMakerTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("phusa-kiem-thu-");

    [Fact]
    public async Task After_a_folder_that_cannot_be_made_and_one_that_is_gone_the_next_paper_is_printed()
    {
        var tries = 0;
        using var maker = new PdfMaker(Configured("printf '%%PDF-1.4' > \"$6/van-ban.pdf\""), NullLogger<PdfMaker>.Instance)
        {
            NewFolder = () => ++tries switch
            {
                1 => throw new IOException("No space left on device"),
                2 => new DirectoryInfo(Path.Combine(_place.FullName, "khong-co")),
                _ => _place.CreateSubdirectory("lan-3"),
            },
        };

        await Assert.ThrowsAsync<IOException>(() => Made(maker));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => Made(maker));
        Assert.Equal("%PDF-1.4"u8.ToArray(), await Made(maker));
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task A_program_that_fails_is_told_and_leaves_no_folder_behind()
    {
        using var maker = new PdfMaker(Configured("exit 3"), NullLogger<PdfMaker>.Instance) { NewFolder = () => _place.CreateSubdirectory("lam") };

        await Assert.ThrowsAsync<RefusedException>(() => Made(maker));
        await Assert.ThrowsAsync<RefusedException>(() => Made(maker));

        Assert.Empty(_place.GetDirectories());
    }

    public void Dispose() => _place.Delete(recursive: true);

    private static Task<byte[]> Made(PdfMaker maker) => maker.OfAsync([1], TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private IConfiguration Configured(string script)
    {
        var program = Path.Combine(_place.FullName, "soffice");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new ConfigurationBuilder().AddInMemoryCollection([new(PdfMaker.Setting, program)]).Build();
    }
}
