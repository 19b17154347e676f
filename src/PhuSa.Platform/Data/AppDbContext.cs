using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Journal;

namespace PhuSa.Platform.Data;

/// <summary>
/// The only DbContext. Modules add their entities by configuration and reach them with <c>Set&lt;T&gt;()</c>,
/// so one request is one connection and one transaction on SQLite as on PostgreSQL.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    private IServiceProvider? _scope;
    private IReadOnlyList<ISaveChangesInterceptor>? _steps;

    /// <summary>The keys of cookies and links: instances share them, so they are in the database.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What a module adds to a save comes first, so that the journal and the content stamp see it too.</summary>
    internal IReadOnlyList<ISaveChangesInterceptor> Steps =>
        _steps ??= [.. Scope.GetServices<ISaveChangesInterceptor>(), Scope.GetRequiredService<JournalInterceptor>(), Scope.GetRequiredService<ContentWatchInterceptor>()];

    private IServiceProvider Scope => _scope ?? throw new InvalidOperationException("The context belongs to no scope.");

    /// <summary>A context goes from one scope to the next: making it costs more than a short query. What belongs to a scope is told anew each time.</summary>
    internal AppDbContext In(IServiceProvider scope)
    {
        _scope = scope;
        _steps = null;
        return this;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        modelBuilder.Entity<DataProtectionKey>().ToTable("house_keys");
        foreach (var module in options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetServices<IModule>())
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
