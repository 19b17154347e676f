using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhuSa.Platform.Data;

/// <summary>Rows of a person in any table of the model.</summary>
public static class PersonalRows
{
    /// <summary>row => row.Owner == person, for an owner that may be null too.</summary>
    public static Expression<Func<T, bool>> Of<T>(IReadOnlyProperty owner, Guid personId)
        where T : class => OfAny<T>([owner], personId);

    /// <summary>Rows in which any of the properties names the person.</summary>
    public static Expression<Func<T, bool>> OfAny<T>(IReadOnlyCollection<IReadOnlyProperty> owners, Guid personId)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var matches = owners.Select(owner => Expression.Equal(
            Expression.Call(typeof(EF), nameof(EF.Property), [owner.ClrType], row, Expression.Constant(owner.Name)),
            Expression.Constant(personId, owner.ClrType)));
        return Expression.Lambda<Func<T, bool>>(matches.Aggregate<Expression>(Expression.OrElse), row);
    }
}
