using System.Text;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Import;

/// <summary>
/// A file glued together from several sources has good rows beside rows of an old encoding, so each cell is looked at after the
/// file as a whole.
/// </summary>
internal static class CellLetters
{
    /// <summary>What is wrong with the letters of a cell, in Vietnamese; null when nothing is.</summary>
    public static string? Problem(string cell) => Ascii.IsValid(cell) ? null : LegacyEncoding.Detect(cell) switch
    {
        LegacyEncodingKind.Tcvn3 => "là bảng mã TCVN3 (ABC), không phải Unicode; hãy chuyển ô này sang Unicode dựng sẵn.",
        LegacyEncodingKind.Vni => "là bảng mã VNI, không phải Unicode; hãy chuyển ô này sang Unicode dựng sẵn.",
        _ => null,
    };
}
