using PhuSa.Documents.Packaging;

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
internal sealed class UnpackedStream(Stream inner, long packed, UnpackBudget budget) : ForwardStream(inner)
{
    private long _read;

    protected override void Unpacked(int count)
    {
        _read += count;
        budget.Take(count, _read, packed);
    }
}
