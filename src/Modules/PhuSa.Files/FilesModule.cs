using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Files;

/// <summary>Every file: taken in, looked through, cleaned, kept by its content and handed out to those who may see its record.</summary>
public sealed class FilesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
