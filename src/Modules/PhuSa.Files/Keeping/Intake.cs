using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PhuSa.Files.Images;
using PhuSa.Files.Kinds;
using PhuSa.Files.Scanning;
using PhuSa.Files.Store;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Files.Keeping;

/// <summary>What a file has become on its way in: known, scanned, cleaned, with its digest; not yet kept.</summary>
internal sealed record Incoming(TemporaryFile File, FileKind Kind, string Name, string Sha256, long Bytes, int? Width, int? Height);

/// <summary>A file carried a virus.</summary>
internal sealed class InfectedException(string name, string virus) : Exception($"{name}: {virus}")
{
    public string FileName => name;

    public string Virus => virus;
}

/// <summary>Brings a stream to a clean file on our disk, or refuses it. Nothing is recorded and nothing is in the store yet.</summary>
internal sealed partial class Intake(IncomingFolder folder, ClamAv scanner, PictureCleaning pictures, Texts text, ILogger<Intake> log)
{
    private const int Block = 80 * 1024;

    public async Task<Incoming> ReceiveAsync(IncomingFile file, FileRules rules, CancellationToken cancellationToken)
    {
        if (file.AnnouncedBytes > rules.MaxBytes)
        {
            throw NotWelcome.TooLarge(rules.MaxBytes);
        }

        var received = await StoreFailedException.WatchAsync(() => Task.FromResult(folder.New()), cancellationToken);
        try
        {
            await CopyAsync(file.Content, received.Stream, rules.MaxBytes, cancellationToken);
            return await StoreFailedException.WatchAsync(() => LookedThroughAsync(file.Name, received, rules.Welcome, cancellationToken), cancellationToken);
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    private async Task<Incoming> LookedThroughAsync(string name, TemporaryFile received, FileKinds welcome, CancellationToken cancellationToken)
    {
        var kind = await ContentLook.KindAsync(received.Stream, cancellationToken);
        if (kind is null && welcome.HasFlag(FileKinds.Text) && await TextLook.IsOfAnotherEncodingAsync(received.Stream, cancellationToken))
        {
            throw NotWelcome.NotUtf8();
        }

        if (kind is not { } known || !welcome.HasFlag(FileKindFacts.Of(known).Group))
        {
            throw Unwelcome(welcome);
        }

        await ScanAsync(name, received.Stream, cancellationToken);
        return FileKindFacts.Of(known).IsImage
            ? await DrawnAnewAsync(name, known, received, cancellationToken)
            : await DescribedAsync(name, known, received, picture: null, cancellationToken);
    }

    /// <summary>The limit is counted while reading: what a client announced is only a word.</summary>
    private static async Task CopyAsync(Stream from, FileStream to, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (to.Position + read > maxBytes)
                {
                    throw NotWelcome.TooLarge(maxBytes);
                }

                await WriteAsync(to, buffer.AsMemory(0, read), cancellationToken);
            }

            await WriteAsync(to, ReadOnlyMemory<byte>.Empty, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="bytes">Empty: what was written so far leaves our memory, which is where a full disk is noticed.</param>
    private static Task<bool> WriteAsync(FileStream to, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => StoreFailedException.WatchAsync(
        async () =>
        {
            await (bytes.IsEmpty ? to.FlushAsync(cancellationToken) : to.WriteAsync(bytes, cancellationToken).AsTask());
            return true;
        },
        cancellationToken);

    private RefusedException Unwelcome(FileKinds welcome) =>
        new("Tệp thuộc loại không được nhận ở đây. Nơi này nhận: {0}.", string.Join(", ", FileKindWords.Of(welcome).Select(word => text[word])));

    private async Task ScanAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        if (!scanner.IsConfigured)
        {
            return;
        }

        try
        {
            if ((await scanner.ScanAsync(content, cancellationToken)).Virus is { } virus)
            {
                throw new InfectedException(ShownName.Cleaned(name), virus);
            }
        }
        catch (ScannerAbsentException e)
        {
            NotScanned(e);
            if (e.TooLong)
            {
                throw new RefusedException("Chưa kiểm tra được vi-rút vì tệp lớn hơn mức trình quét nhận, nên chưa nhận tệp. Hãy chọn tệp nhỏ hơn; nếu cần tệp này, hãy báo người quản trị.");
            }

            throw new RefusedException("Chưa kiểm tra được vi-rút nên chưa nhận tệp. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị.");
        }
    }

    private async Task<Incoming> DrawnAnewAsync(string name, FileKind kind, TemporaryFile received, CancellationToken cancellationToken)
    {
        var drawn = folder.New();
        try
        {
            var picture = await pictures.CleanAsync(received.Stream, kind, drawn.Stream, cancellationToken);
            var incoming = await DescribedAsync(name, picture.Kind, drawn, picture, cancellationToken);
            await received.DisposeAsync();
            return incoming;
        }
        catch
        {
            await drawn.DisposeAsync();
            throw;
        }
    }

    private static async Task<Incoming> DescribedAsync(string name, FileKind kind, TemporaryFile file, CleanPicture? picture, CancellationToken cancellationToken)
    {
        file.Stream.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file.Stream, cancellationToken));
        return new Incoming(file, kind, ShownName.Of(name, kind), digest, file.Stream.Length, picture?.Width, picture?.Height);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A file was refused because ClamAV could not be asked.")]
    private partial void NotScanned(Exception exception);
}
