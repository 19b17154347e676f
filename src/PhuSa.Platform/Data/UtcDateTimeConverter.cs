using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PhuSa.Platform.Data;

/// <summary>Refuses local times on the way in and restores <see cref="DateTimeKind.Utc"/>, which SQLite forgets, on the way out.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : NotUtc(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    // The maker of the compiled model asks what an empty time becomes.
    private static DateTime NotUtc(DateTime value) => EF.IsDesignTime && value == default
        ? value
        : throw new InvalidOperationException($"{value:o} is {value.Kind}; only UTC is stored.");
}
