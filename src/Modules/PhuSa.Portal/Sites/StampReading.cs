using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Sites;

/// <summary>Reads the stamp at each question: right always, where nobody watches it more cheaply.</summary>
internal sealed class StampReading(IServiceScopeFactory scopes) : IContentWatch
{
    public long Current
    {
        get
        {
            using var scope = scopes.CreateScope();
            return scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ContentStamp>().AsNoTracking().Select(s => s.Value).FirstOrDefault();
        }
    }
}
