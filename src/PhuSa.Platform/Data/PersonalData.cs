using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Data;

/// <summary>
/// What the model says of people in it. Personal values are encrypted in the journal under a key of the person, exported to them and erased
/// (Law 91/2025/QH15); secrets never leave the database, not even into the journal.
/// </summary>
public static class PersonalData
{
    private const string Personal = "PhuSa:Personal";
    private const string Secret = "PhuSa:Secret";
    private const string Owner = "PhuSa:PersonalOwner";
    private const string Sealed = "PhuSa:SealedInJournal";
    private const string Writer = "PhuSa:Writer";

    /// <summary>A value that says something of the person the row belongs to.</summary>
    public static PropertyBuilder<T> IsPersonal<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return (PropertyBuilder<T>)property.HasAnnotation(Personal, true);
    }

    /// <summary>A value nobody reads: a password's hash, a key. The journal says only that it changed.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return (PropertyBuilder<T>)property.HasAnnotation(Secret, true);
    }

    /// <summary>Whose the rows are: the property that holds the person's id (for a person, the id itself).</summary>
    public static EntityTypeBuilder<T> BelongsToPerson<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> personId)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(personId);
        return builder.HasAnnotation(Owner, NameOf(personId));
    }

    /// <summary>
    /// A text of an official record, which keeps it whoever asks for erasure; in the journal it stands under the key of whoever wrote the row.
    /// </summary>
    public static PropertyBuilder<T> IsSealedInJournal<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return (PropertyBuilder<T>)property.HasAnnotation(Sealed, true);
    }

    /// <summary>Who wrote the rows: the property that holds the person's id. The rows belong to their record, not to the person.</summary>
    public static EntityTypeBuilder<T> WrittenByPerson<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> personId)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(personId);
        return builder.HasAnnotation(Writer, NameOf(personId));
    }

    public static bool IsPersonal(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.FindAnnotation(Personal) is not null;
    }

    public static bool IsSecret(this IReadOnlyProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.FindAnnotation(Secret) is not null;
    }

    /// <returns>The property with the person's id; null where the rows belong to nobody.</returns>
    public static IReadOnlyProperty? PersonalOwner(this IReadOnlyEntityType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.FindAnnotation(Owner)?.Value is string name ? type.FindProperty(name) : null;
    }

    /// <returns>Whether the journal keeps the value under a person's key.</returns>
    internal static bool IsSealed(this IReadOnlyProperty property) => property.IsPersonal() || property.FindAnnotation(Sealed) is not null;

    /// <returns>The property with the id of the person under whose key the journal keeps the row's sealed values; null where there is none.</returns>
    internal static IReadOnlyProperty? KeyOwner(this IReadOnlyEntityType type) =>
        type.PersonalOwner() ?? (type.FindAnnotation(Writer)?.Value is string name ? type.FindProperty(name) : null);

    private static string NameOf<T>(Expression<Func<T, object?>> property) =>
        (property.Body is UnaryExpression convert ? (MemberExpression)convert.Operand : (MemberExpression)property.Body).Member.Name;
}
