using System.Collections;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PhuSa.Platform.Data;

/// <summary>Values as a column keeps them.</summary>
internal static class StoredValues
{
    private const string EmptyList = "[]";

    /// <summary>As the converter makes it. That of a list builds its writer by reflection each time, and most lists of a large import are empty.</summary>
    public static object? Stored(this ValueConverter converter, object value) => value is ICollection { Count: 0 } && IsOfLists(converter.GetType()) ? EmptyList : converter.ConvertToProvider(value);

    private static bool IsOfLists(Type converter) => converter.IsGenericType && converter.GetGenericTypeDefinition() == typeof(CollectionToJsonStringConverter<>);
}
