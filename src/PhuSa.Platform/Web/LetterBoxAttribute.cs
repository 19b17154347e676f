using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Web;

/// <summary>A field for an address of <see cref="LetterBox"/>; what stands around it is not of the address, and nothing is nothing wrong.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LetterBoxAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string typed || string.IsNullOrWhiteSpace(typed) || LetterBox.IsAddress(typed.Trim());
}
