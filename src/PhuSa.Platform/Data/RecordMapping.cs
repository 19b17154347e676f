using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Data;

/// <summary>The mappings that every aggregate shares.</summary>
public static class RecordMapping
{
    /// <summary>Identity made in code, version checked at each save, steps in a table of their own.</summary>
    public static void IsMoving<TRecord, TStatus, TAction>(this EntityTypeBuilder<TRecord> builder, string stepsTable)
        where TRecord : Aggregate<TStatus, TAction>
        where TStatus : struct, Enum
        where TAction : struct, Enum
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.OwnsMany(r => r.Steps, steps => steps.AreSteps(stepsTable));
    }

    /// <summary>Steps in a table of their own, also of a record whose status is computed.</summary>
    public static void AreSteps<TRecord>(this OwnedNavigationBuilder<TRecord, Step> steps, string stepsTable)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(steps);
        steps.ToTable(stepsTable);
        steps.Property(s => s.Id).ValueGeneratedNever();
        // Named here, since the name the convention gives depends on the order in which the model is built.
        steps.HasKey(s => s.Id).HasName($"pk_{stepsTable}");
        steps.Property(s => s.Action).HasMaxLength(Step.WordMaxLength);
        steps.Property(s => s.From).HasMaxLength(Step.WordMaxLength);
        steps.Property(s => s.To).HasMaxLength(Step.WordMaxLength);
        steps.Property(s => s.By).HasMaxLength(Actor.NameMaxLength);
        steps.Property(s => s.ByDetail).HasMaxLength(Actor.DetailMaxLength);
        steps.Property(s => s.Why).HasMaxLength(Step.WhyMaxLength);
    }

    /// <summary>
    /// A list of plain values in one column. EF's own copy of such a list, taken of every record that is read or added, makes a delegate each time.
    /// </summary>
    public static void HasList<TRecord, TValue>(this EntityTypeBuilder<TRecord> builder, Expression<Func<TRecord, IReadOnlyList<TValue>>> list)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.PrimitiveCollection(list).Metadata.SetValueComparer(new ValueComparer<IReadOnlyList<TValue>>(
            (a, b) => a!.SequenceEqual(b!),
            values => values.Aggregate(0, (sum, value) => HashCode.Combine(sum, value)),
            values => values.ToList()));
    }

    /// <summary>A record's own time: <c>{name}_from</c>, <c>{name}_to</c>, <c>{name}_precision</c>.</summary>
    public static void HasTime<TRecord>(this EntityTypeBuilder<TRecord> builder, Expression<Func<TRecord, RecordTime>> time, string name)
        where TRecord : class =>
        builder.ComplexProperty(time!, part =>
        {
            part.Property(t => t.From).HasColumnName($"{name}_from");
            part.Property(t => t.To).HasColumnName($"{name}_to");
            part.Property(t => t.Precision).HasColumnName($"{name}_precision");
        });
}
