namespace PhuSa.Documents.Sheets;

/// <summary>What is left to unpack from one file, counted over all its parts by bytes that really came out, not by what the file claims.</summary>
internal sealed class UnpackBudget(SheetLimits limits)
{
    private long _unpacked;

    public void Take(int count, long ofPart, long packed)
    {
        _unpacked += count;
        if (_unpacked > limits.UnpackedBytes || (ofPart > limits.RatioFrom && ofPart / limits.Ratio > packed))
        {
            throw UnreadableSheetException.TooLarge();
        }
    }
}

/// <summary>A part as it unpacks, stopped when the budget is spent.</summary>
internal sealed class UnpackedStream(Stream inner, long packed, UnpackBudget budget) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        budget.Take(count, _read, packed);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
