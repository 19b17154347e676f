namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Days of papers: a slip of the year is told, not kept.</summary>
internal static class RecordDays
{
    public const string First = "1945-01-01";
    public const string Last = "2100-12-31";
    public const string Outside = "{0} cần có năm từ 1945 đến 2100";
}
