using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace PhuSa.Files.Scanning;

/// <summary>What the virus scanner says of a file.</summary>
/// <param name="Virus">Its name; null where nothing was found.</param>
internal sealed record ScanResult(string? Virus);

/// <summary>The scanner is configured and gave no answer; nothing unscanned is taken in.</summary>
internal sealed class ScannerAbsentException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The scanner takes no file of this length.</summary>
    public bool TooLong { get; init; }
}

/// <summary>
/// Asks ClamAV's daemon over a socket: INSTREAM, blocks with their length in front, an empty one at the end. It is asked in a session and answers a
/// PING afterwards: only then has it read all that was sent, which buffers between us may have taken from our hands before it died.
/// </summary>
internal sealed class ClamAv(IConfiguration configuration)
{
    private const int Block = 64 * 1024;
    private const int LongestAnswer = 1024;
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(5);
    private readonly TimeSpan _toScan = TimeSpan.FromSeconds(configuration.GetValue("Files:ClamAvSeconds", defaultValue: 60));
    private readonly string? _address = configuration["Files:ClamAv"];

    public bool IsConfigured => !string.IsNullOrEmpty(_address);

    /// <exception cref="ScannerAbsentException">No connection, no answer in time, or an answer that is none.</exception>
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_toScan);
        try
        {
            using var socket = await ConnectAsync(limit.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            var isSent = await IsSentAsync(content, stream, limit.Token);
            var result = Understood(await AnswerAsync(stream, limit.Token));
            return result.Virus is not null || (isSent && await IsReadAsync(stream, limit.Token)) ? result : throw new ScannerAbsentException("ClamAV hung up before it had the whole file.");
        }
        catch (Exception e) when (e is SocketException or IOException or FormatException or OverflowException or ArgumentException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ScannerAbsentException("ClamAV gave no answer.", e);
        }
    }

    /// <returns>False where it stopped reading: the file is longer than it takes (its answer says so), or it died.</returns>
    private static async Task<bool> IsSentAsync(Stream content, NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(content, stream, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ToConnect);
        var isPath = _address!.StartsWith('/');
        var socket = isPath ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (isPath)
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(_address), limit.Token);
            }
            else
            {
                var colon = _address.LastIndexOf(':');
                var port = int.Parse(_address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
                await socket.ConnectAsync(_address[..Math.Max(colon, 0)].Trim('[', ']'), port, limit.Token);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task SendAsync(Stream content, NetworkStream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("zIDSESSION\0zINSTREAM\0"u8.ToArray(), cancellationToken);
        var block = new byte[sizeof(uint) + Block];
        int read;
        content.Position = 0;
        do
        {
            read = await content.ReadAsync(block.AsMemory(sizeof(uint)), cancellationToken);
            BinaryPrimitives.WriteUInt32BigEndian(block, (uint)read);
            await stream.WriteAsync(block.AsMemory(0, sizeof(uint) + read), cancellationToken);
        }
        while (read > 0);
    }

    /// <returns>Its next answer without the number that it has in a session.</returns>
    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (answer[length - 1] == 0)
            {
                break;
            }
        }

        // An answer that breaks off before its end is none: “stream: OK” may be the beginning of another.
        var text = length > 0 && answer[length - 1] == 0 ? Encoding.UTF8.GetString(answer, 0, length - 1).TrimEnd('\n') : "";
        return text is ['1' or '2', ':', ' ', ..] numbered ? numbered[3..] : text;
    }

    private static async Task<bool> IsReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("zPING\0"u8.ToArray(), cancellationToken);
        return await AnswerAsync(stream, cancellationToken) == "PONG";
    }

    private static ScanResult Understood(string answer)
    {
        const string Start = "stream: ";
        const string Found = " FOUND";
        return answer switch
        {
            "stream: OK" => new ScanResult(Virus: null),
            _ when answer.StartsWith(Start, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) => new ScanResult(answer[Start.Length..^Found.Length]),
            _ => throw new ScannerAbsentException($"ClamAV answered “{answer}”.") { TooLong = answer.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal) },
        };
    }
}
