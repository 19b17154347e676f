using System.Globalization;

namespace PhuSa.Platform.Rules;

/// <summary>
/// A business rule said no. <see cref="Text"/> is the Vietnamese sentence shown to the person, and the key of its English translation.
/// </summary>
public sealed class RefusedException(string text, params object[] args)
    : Exception(string.Format(CultureInfo.InvariantCulture, text, args))
{
    public string Text { get; } = text;

    public IReadOnlyList<object> Args { get; } = args;
}
