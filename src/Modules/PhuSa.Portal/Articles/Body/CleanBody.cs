namespace PhuSa.Portal.Articles.Body;

/// <summary>A text that may be written into a page as it is.</summary>
/// <param name="Html">Only elements and attributes of <see cref="BodyHtml"/>; figures of reviews stand in it as {review/code}.</param>
/// <param name="Problems">What stands between the text and its readers; a draft may have some.</param>
/// <param name="PicturesLeftOut">Pictures that are not of the house.</param>
internal sealed record CleanBody(string Html, IReadOnlyList<BodyProblem> Problems, int PicturesLeftOut);

/// <summary>One thing to mend, as a Vietnamese sentence and what stands in it.</summary>
internal sealed record BodyProblem(string Sentence, params object[] Args);
