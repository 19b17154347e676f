using PhuSa.Identity.People;

namespace PhuSa.Identity.Pages.Identity.Office;

/// <summary>A new number that waits, and, this once, the code an officer prints for it.</summary>
/// <param name="ValidUntil">UTC.</param>
internal sealed record NewPhoneSheet(Person Person, string? Phone, string? Code, DateTime ValidUntil, string Back);
