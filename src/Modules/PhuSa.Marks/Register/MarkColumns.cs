using PhuSa.Platform.Import;

namespace PhuSa.Marks.Register;

/// <summary>The columns that every table of this module has.</summary>
internal static class MarkColumns
{
    public const int SourceMaxLength = 500;

    /// <summary>The record belongs to this programme; an undated record counts in its reviews.</summary>
    public static Column<string> Programme { get; } =
        ImportColumns.KeyIn("programmes", "programme", "Mã chương trình phối hợp mà hồ sơ thuộc về", "phoi-hop-2019-2020");

    public static Column<string> Source { get; } =
        ImportColumns.Text("source", "Nguồn của thông tin", "Báo cáo sơ kết, ngày 09/07/2020", SourceMaxLength);
}
