namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>What the inputs of collective marks share.</summary>
internal static class CollectiveInput
{
    /// <summary>A name is kept letter for letter, so that nothing unseen may come in with it.</summary>
    public const string NoControls = @"^[^\p{Cc}\p{Co}\p{Cs}]*$";

    public const string HasControls = "{0} có ký tự không nhìn thấy hoặc xuống dòng. Gõ lại thay vì dán.";
}
