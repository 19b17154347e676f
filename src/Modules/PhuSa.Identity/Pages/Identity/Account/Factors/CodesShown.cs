namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>Recovery codes as they are shown, this once.</summary>
internal sealed record CodesShown(IReadOnlyList<string> Codes, string Next)
{
    /// <summary>The same as a text file within the page: the product no longer has them when somebody asks for a file.</summary>
    public string AsFile(string title) => "data:text/plain;charset=utf-8," + Uri.EscapeDataString($"Phù Sa\r\n{title}\r\n\r\n{string.Join("\r\n", Codes)}\r\n");
}
