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
        var member = personId.Body is UnaryExpression convert ? (MemberExpression)convert.Operand : (MemberExpression)personId.Body;
        return builder.HasAnnotation(Owner, member.Member.Name);
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
}
