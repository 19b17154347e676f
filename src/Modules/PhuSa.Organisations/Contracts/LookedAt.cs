using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PhuSa.Organisations.Contracts;

/// <summary>The form of a new record: it is made only after the person has looked at those on record that may be the same.</summary>
public interface ILookedAt
{
    /// <summary>Codes of the candidates that the page showed.</summary>
    string? Seen { get; set; }

    /// <summary>The person says that none of them is the same.</summary>
    bool IsAnother { get; set; }
}

/// <summary>Asks a person to look at candidates first.</summary>
public static class LookedAt
{
    /// <param name="codes">Of all candidates there are now.</param>
    /// <param name="sentence">What is asked beside the tick box, <c>Input.IsAnother</c>.</param>
    /// <returns>The form again with what is asked; null where every candidate was on the page when the person said that none is the same.</returns>
    public static PageResult? AskFor(this ILookedAt input, IReadOnlyCollection<string> codes, ModelStateDictionary state, string sentence)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(state);
        var seen = (input.Seen ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (codes.Count == 0 || (input.IsAnother && codes.All(seen.Contains)))
        {
            return null;
        }

        state.Remove("Input.Seen");
        state.Remove("Input.IsAnother");
        (input.Seen, input.IsAnother) = (string.Join(' ', codes), false);
        state.AddModelError("Input.IsAnother", sentence);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
