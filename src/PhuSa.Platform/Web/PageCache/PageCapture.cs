using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>Holds a page back until it is whole; anything else (a Word file, a feed) goes through as it is written.</summary>
internal sealed class PageCapture(HttpResponse response, Stream through) : Stream
{
    private MemoryStream? _page;
    private bool _decided;

    public bool HoldsPage => _page is not null;

    public ReadOnlyMemory<byte> Page => _page is null ? default : _page.GetBuffer().AsMemory(0, (int)_page.Length);

    public override bool CanRead => false;

    /// <summary>An error page clears what was written before it.</summary>
    public override bool CanSeek => _page is not null;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() => FlushAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override Task FlushAsync(CancellationToken cancellationToken) => _page is null && _decided ? through.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Target().Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Target().WriteAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0);
        _page = null;
        _decided = false;
    }

    private Stream Target()
    {
        if (!_decided)
        {
            _decided = true;
            _page = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? new MemoryStream(32 * 1024) : null;
        }

        return _page ?? through;
    }
}
