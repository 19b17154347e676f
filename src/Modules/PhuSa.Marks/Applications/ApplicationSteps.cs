namespace PhuSa.Marks.Applications;

/// <summary>The steps of the office by the word of the address.</summary>
internal static class ApplicationSteps
{
    public static IReadOnlyDictionary<string, ApplicationAction> Words { get; } = new Dictionary<string, ApplicationAction>(StringComparer.Ordinal)
    {
        ["nop"] = ApplicationAction.Submit,
        ["yeu-cau-bo-sung"] = ApplicationAction.AskSupplement,
        ["da-bo-sung"] = ApplicationAction.Supplement,
        ["du-ho-so"] = ApplicationAction.FindComplete,
        ["kiem-tra"] = ApplicationAction.CheckField,
        ["mau"] = ApplicationAction.RecordSample,
        ["khong-trao"] = ApplicationAction.Refuse,
        ["rut"] = ApplicationAction.Withdraw,
    };
}
