using PhuSa.Marks.Grants;

namespace PhuSa.Marks.Checking;

/// <summary>Where a label is checked. Printed on labels, so none of it ever changes.</summary>
internal static class CheckAddress
{
    public const string Home = "/xac-minh";
    public const string English = "/en/xac-minh";

    /// <summary>GS1 Digital Link: a product by the number under its bar code, with or without its lot.</summary>
    public const string Digital = "/01/{gtin}";
    public const string DigitalLot = "/01/{gtin}/10/{lot}";

    /// <summary>The last part of the page on which a label is reported.</summary>
    public const string Report = "bao-nhan";

    /// <summary>In place of a code on the page on which a label without one is reported.</summary>
    public const string NoCode = "khong-co-ma";

    /// <returns>Root-relative.</returns>
    public static string Of(string checkCode, bool english = false) => $"{(english ? English : Home)}/{CheckCode.Written(checkCode)}";
}
