using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform.Search;

/// <summary>The tables whose changes lead to a document of some source. Nobody would follow a change of another one.</summary>
internal sealed class FedTables(IServiceScopeFactory scopes)
{
    private HashSet<string>? _tables;

    public bool Has(string table) => (_tables ??= Read()).Contains(table);

    private HashSet<string> Read()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<ISearchSource>().SelectMany(source => source.Feeds).Select(feed => feed.Table).ToHashSet(StringComparer.Ordinal);
    }
}
