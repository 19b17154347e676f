using System.Security.Cryptography;
using System.Text;
using ImageMagick;
using Microsoft.EntityFrameworkCore;
using PhuSa.Files.Keeping;
using PhuSa.Files.Store;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Files;

public sealed class IntakeTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await FilesApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_photograph_loses_where_and_by_what_it_was_taken_and_stands_upright()
    {
        var photograph = Samples.Photograph(64, 48);
        Assert.Contains("Exif", Encoding.Latin1.GetString(photograph), StringComparison.Ordinal);

        var stored = await _app.TakeInAsync(photograph, "IMG_0001.JPG");

        var kept = await _app.ReadAsync(stored);
        var text = Encoding.Latin1.GetString(kept) + Encoding.UTF8.GetString(kept);
        foreach (var trace in (string[])["Exif", "GPS", "PhoneMaker", "xmpmeta", "Photoshop", Samples.Secret])
        {
            Assert.DoesNotContain(trace, text, StringComparison.Ordinal);
        }

        Assert.Equal(("IMG_0001.jpg", FileKind.Jpeg, 48, 64), (stored.Name, stored.Kind, stored.Width, stored.Height));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(kept)), stored.Sha256);
    }

    public static TheoryData<string, byte[]> OtherEncodings => new()
    {
        { "Windows-1258", CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes("Tên;Số\nHợp tác xã;1\n".Normalize(NormalizationForm.FormD)) },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Tên;Số\nHợp tác xã;1\n")).ToArray() },
    };

    [Theory, MemberData(nameof(OtherEncodings))]
    public async Task A_table_in_another_encoding_is_told_to_be_saved_as_UTF_8(string encoding, byte[] table)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(table, $"{encoding}.csv"));

        Assert.Contains("CSV UTF-8", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a program", "MZ\u0090\0\u0003\0\0\0")]
    [InlineData("a picture of no known kind", "II*\0\u0008\0\0\0\u0010\0\u00FE")]
    public async Task What_is_no_text_is_not_told_to_be_saved_as_text(string what, string bytes)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(Encoding.Latin1.GetBytes(bytes), $"{what}.csv"));

        Assert.DoesNotContain("UTF-8", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("webp")]
    public async Task Nothing_that_rides_behind_a_picture_survives(string format)
    {
        byte[] polyglot = [.. Samples.Picture(Enum.Parse<MagickFormat>(format, ignoreCase: true)), .. "/*\n<script>alert(1)</script>"u8, .. Samples.Zip(("evil.php", "<?php system($_GET[0]);"))];

        var kept = Encoding.Latin1.GetString(await _app.ReadAsync(await _app.TakeInAsync(polyglot, "anh.php")));

        Assert.DoesNotContain("script", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("PK\u0003\u0004", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_the_comment_of_a_GIF_is_gone_and_its_frames_stay()
    {
        var gif = Samples.Animated();
        // GIF89a… with a comment block before the first frame.
        var at = gif.AsSpan().IndexOf([(byte)0x21, (byte)0xF9]);
        byte[] spoken = [.. gif[..at], 0x21, 0xFE, 10, .. "=1;alert()"u8, 0, .. gif[at..]];

        var kept = await _app.ReadAsync(await _app.TakeInAsync(spoken, "a.gif"));

        Assert.DoesNotContain("alert", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(2, new MagickImageCollection(kept).Count);
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("avif")]
    public async Task A_picture_of_a_new_phone_becomes_one_that_every_program_opens(string format)
    {
        var stored = await _app.TakeInAsync(format == "heic" ? Samples.Heic() : Samples.Picture(MagickFormat.Avif), "IMG_2.HEIC");

        Assert.Equal((FileKind.Jpeg, "IMG_2.jpg", 64), (stored.Kind, stored.Name, stored.Width));
    }

    [Fact]
    public async Task A_picture_that_promises_too_many_pixels_is_refused_before_it_is_decoded()
    {
        var before = Environment.WorkingSet;

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(Samples.PixelBomb(), "a.png"));

        Assert.Contains("điểm ảnh", refused.Text, StringComparison.Ordinal);
        Assert.True(Environment.WorkingSet - before < 500_000_000);
    }

    [Fact]
    public async Task A_broken_picture_is_refused() =>
        Assert.Contains("bị hỏng", (await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(Samples.Photograph()[..100], "a.jpg"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task An_unwelcome_kind_is_refused_with_what_is_welcome()
    {
        var rules = new FileRules(FileKinds.Pdf | FileKinds.Images, 1024 * 1024);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(Samples.Word(), "đơn.pdf", rules: rules));

        Assert.Contains("ảnh (JPEG, PNG, WebP, GIF, AVIF, HEIC), PDF", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_that_is_announced_too_large_is_refused_before_a_byte_is_read()
    {
        using var never = new NeverRead();

        await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(never, "to.pdf", announced: 10L * 1024 * 1024 * 1024));

        Assert.Equal(0, never.Reads);
    }

    [Fact]
    public async Task A_stream_that_never_ends_is_stopped_at_the_limit_and_leaves_nothing()
    {
        using var endless = new NeverRead();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(endless, "to.pdf", announced: 1000));

        Assert.Contains("lớn hơn", refused.Text, StringComparison.Ordinal);
        Assert.InRange(endless.Given, FilesApp.Anything.MaxBytes, FilesApp.Anything.MaxBytes + 200_000);
        Assert.Empty(_app.Stored());
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        foreach (var content in (byte[][])[[], Samples.Utf8("<svg onload=alert(1)>"), Samples.Pdf("<html>"), Samples.PixelBomb()])
        {
            await Assert.ThrowsAsync<RefusedException>(() => _app.TakeInAsync(content, "a.pdf"));
        }

        Assert.Empty(_app.Stored());
    }

    [Fact]
    public async Task The_same_content_twice_is_kept_once_under_two_names()
    {
        var first = await _app.TakeInAsync(Samples.Pdf(), "một.pdf");
        var second = await _app.TakeInAsync(Samples.Pdf(), "../hai.exe");

        Assert.Equal("hai.pdf", second.Name);
        Assert.NotEqual(first.Id, second.Id);
        var stored = Assert.Single(_app.Stored());
        Assert.Equal(Path.Combine(_app.Data, "tep", first.Sha256[..2], first.Sha256[2..4], first.Sha256), stored);
    }

    [Fact]
    public async Task The_same_content_from_many_at_once_is_kept_once()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => _app.TakeInAsync(Samples.Pdf("\n\n"), $"{n}.pdf"))));

        Assert.Equal(8, files.Select(f => f.Id).Distinct().Count());
        Assert.Single(_app.Stored());
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<KeptContent>().CountAsync()));
    }

    [Fact]
    public async Task Taking_in_and_removing_are_in_the_journal_with_who_and_why()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "quyết định.pdf");
        await _app.AsOfficerAsync(async files =>
        {
            await files.RemoveAsync(file.Id, "Gửi nhầm", CancellationToken.None);
            return 0;
        });

        var journal = await _app.JournalAsync(file.Id);

        Assert.Equal([("Create", null), ("Delete", "Gửi nhầm")], journal.Select(e => (e.Action, e.Why)).OrderBy(e => e.Action, StringComparer.Ordinal));
        foreach (var entry in journal)
        {
            Assert.Equal(("quyết định.pdf", "Kiểm thử"), ((await _app.ReadAsync(entry)).Title, entry.By));
        }
    }

    [Fact]
    public async Task Content_goes_a_day_after_its_last_file_and_not_before()
    {
        var owner = new FileOwner(OwnPapersGuard.Own, Guid.CreateVersion7());
        var one = await _app.TakeInAsync(Samples.Photograph(700, 500), "a.jpg", owner);
        var two = await _app.TakeInAsync(Samples.Photograph(700, 500), "b.jpg", owner);
        await _app.RunAsync("files.variants");
        Assert.Equal(4, _app.Stored().Count);

        await RemoveAsync(one);
        await _app.DayPassesAsync();
        await _app.RunAsync(SweepJob.JobCode);
        Assert.Equal(4, _app.Stored().Count);

        await RemoveAsync(two);
        await _app.RunAsync(SweepJob.JobCode);
        Assert.Equal(4, _app.Stored().Count);

        await _app.DayPassesAsync();
        var outcome = await _app.RunAsync(SweepJob.JobCode);
        Assert.Equal([1, 0], outcome!.Args);
        Assert.Empty(_app.Stored());
        await _app.InDbAsync(async db => Assert.False(await db.Set<KeptContent>().AnyAsync() || await db.Set<KeptVariant>().AnyAsync()));
    }

    [Fact]
    public async Task What_a_kill_left_half_way_is_swept_a_day_later()
    {
        var kept = await _app.TakeInAsync(Samples.Pdf(), "a.pdf");
        var stray = Path.Combine(_app.Data, "tep", "aa", "aa", new string('a', 64));
        var half = Path.Combine(_app.Data, "tep", IncomingFolder.Name, "0123");
        Directory.CreateDirectory(Path.GetDirectoryName(stray)!);
        await File.WriteAllTextAsync(stray, "x");
        await File.WriteAllTextAsync(half, "x");
        foreach (var file in _app.Stored())
        {
            File.SetLastWriteTimeUtc(file, _app.Clock.GetUtcNow().UtcDateTime);
        }

        await _app.RunAsync(SweepJob.JobCode);
        Assert.Equal(3, _app.Stored().Count);

        await _app.DayPassesAsync();
        await _app.RunAsync(SweepJob.JobCode);
        Assert.EndsWith(kept.Sha256, Assert.Single(_app.Stored()), StringComparison.Ordinal);
    }

    private Task<int> RemoveAsync(StoredFile file) => _app.AsOfficerAsync(async files =>
    {
        await files.RemoveAsync(file.Id, "thử", CancellationToken.None);
        return 0;
    });

    /// <summary>Gives “%PDF-” and then bytes without end.</summary>
    private sealed class NeverRead : Stream
    {
        public int Reads { get; private set; }

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Reads++;
            Given += count;
            "%PDF-"u8.CopyTo(buffer.AsSpan(offset, count));
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
