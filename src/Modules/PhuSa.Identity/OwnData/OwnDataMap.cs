using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.OwnData;

/// <summary>
/// What of the model is about a person, found in the model itself: a table that says whose its rows are, that refers to a person, or that has a
/// column with a person's id. A table added later is in the export without anybody thinking of it.
/// </summary>
internal static class OwnDataMap
{
    public static IReadOnlyList<IEntityType> Tables(IModel model) =>
        [.. model.GetEntityTypes().Where(type => !type.IsOwned() && OwnersOf(type).Count > 0).OrderBy(type => type.GetTableName(), StringComparer.Ordinal)];

    /// <returns>The columns that may hold the person's id.</returns>
    public static IReadOnlyList<IReadOnlyProperty> OwnersOf(IReadOnlyEntityType type) =>
    [
        .. type.GetProperties()
            .Where(property => property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?))
            .Where(property => property == type.PersonalOwner() || property.Name.EndsWith("PersonId", StringComparison.Ordinal) || property.Name.EndsWith("UserId", StringComparison.Ordinal)
                || property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person) && !key.IsOwnership)),
    ];

    /// <summary>Secrets stay in the house, and so do keys and digests: bytes say nothing to a reader.</summary>
    public static bool IsGiven(IReadOnlyProperty property) => !property.IsSecret() && property.ClrType != typeof(byte[]) && property.PropertyInfo is not null;

    public static string NameOf(IReadOnlyProperty property) => property.DeclaringType is IReadOnlyEntityType entity && entity.IsMappedToJson()
        ? property.GetJsonPropertyName() ?? property.Name
        : property.GetColumnName();

    /// <summary>Every column that is given out, as <c>table.column</c>, rows of owned parts included.</summary>
    public static IEnumerable<string> Columns(IModel model) => Tables(model).SelectMany(type => Columns(type, type.GetTableName()!));

    private static IEnumerable<string> Columns(ITypeBase type, string table) => type.GetProperties().Where(IsGiven).Select(property => $"{table}.{NameOf(property)}")
        .Concat(type.GetComplexProperties().SelectMany(complex => Columns(complex.ComplexType, table)))
        .Concat(type is IEntityType entity ? PartsOf(entity).SelectMany(part => Columns(part.TargetEntityType, TableOf(part, table))) : []);

    /// <returns>Rows that exist only as parts of this one: steps, a passkey's description.</returns>
    public static IEnumerable<INavigation> PartsOf(IEntityType type) => type.GetNavigations().Where(navigation => navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent);

    public static string TableOf(INavigation part, string table) => part.TargetEntityType.IsMappedToJson() ? table : part.TargetEntityType.GetTableName()!;
}
