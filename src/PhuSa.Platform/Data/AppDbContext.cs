using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>
/// The only DbContext. Modules add their entities by configuration and reach them with <c>Set&lt;T&gt;()</c>,
/// so one request is one connection and one transaction on SQLite as on PostgreSQL.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options, IEnumerable<IModule> modules) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The keys of cookies and links: instances share them, so they are in the database.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        modelBuilder.Entity<DataProtectionKey>().ToTable("house_keys");
        foreach (var module in modules)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        MappedInCode.Apply(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
