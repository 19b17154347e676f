using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>Vietnamese alphabetical order (a ă â b c d đ …) in a query, the same on both databases. Never on a column or an index.</summary>
public static class VietnameseSorting
{
    internal const string SqliteCollation = "VI";
    private const string PostgresCollation = "vi-x-icu";

    public static IOrderedQueryable<T> InVietnameseOrder<T>(this IQueryable<T> query, AppDbContext db, Expression<Func<T, string>> name)
    {
        var collation = db.Database.IsSqlite() ? SqliteCollation : PostgresCollation;
        var collate = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));
        var collated = Expression.Call(collate, Expression.Property(null, typeof(EF), nameof(EF.Functions)), name.Body, Expression.Constant(collation));
        return query.OrderBy(Expression.Lambda<Func<T, string>>(collated, name.Parameters));
    }
}
