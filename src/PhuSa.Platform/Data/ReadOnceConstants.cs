using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace PhuSa.Platform.Data;

#pragma warning disable EF9100 // The constants of a query are EF's own affair; without this class they are read as EF reads them, later.

/// <summary>
/// Reads what is constant in a query by walking its expression. EF makes a method of each, asks it once and keeps it for good: ten methods for a query,
/// half of what is compiled until the first page.
/// </summary>
internal sealed class ReadOnceConstants(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies,
    RelationalShapedQueryCompilingExpressionVisitorDependencies relational,
    RelationalCommandBuilderDependencies commands)
    : RelationalLiftableConstantProcessor(dependencies, relational, commands)
{
    private readonly MaterializerLiftableConstantContext _context = new(dependencies);
    private readonly RelationalMaterializerLiftableConstantContext _relationalContext = new(dependencies, relational, commands);

    protected override ConstantExpression InlineConstant(LiftableConstantExpression liftableConstant)
    {
        var value = liftableConstant.ResolverExpression switch
        {
            Expression<Func<RelationalMaterializerLiftableConstantContext, object>> ask => ask.Compile(preferInterpretation: true)(_relationalContext),
            Expression<Func<MaterializerLiftableConstantContext, object>> ask => ask.Compile(preferInterpretation: true)(_context),
            _ => null,
        };
        return value is null ? base.InlineConstant(liftableConstant) : Expression.Constant(value, liftableConstant.Type);
    }
}
