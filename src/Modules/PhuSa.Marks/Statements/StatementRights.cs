using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Statements;

/// <summary>Who changes the keys that sign QR codes.</summary>
internal static class StatementRights
{
    public const string Office = "/quan-tri/nhan-hieu/khoa-ky";

    public static Right Keys { get; } = new("marks.keys", "Xem và đổi khoá ký mã nhãn, báo khoá bị lộ", Role.Administrator);
}
