using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PhuSa.BrowserTests;

/// <summary>What browsers ask of the product, as the server sees it: also what no page knows of, such as the picture beside its address.</summary>
internal sealed class AskedPaths : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Host = "Microsoft.AspNetCore";
    private const string Asked = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private readonly ConcurrentQueue<(string Path, string From)> _paths = [];
    private readonly List<IDisposable> _heard = [];

    public AskedPaths() => _heard.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The page itself, and what was asked from it: other tests open pages of their own meanwhile.</summary>
    public IReadOnlyList<string> Of(string site, string address) => [.. _paths.Where(asked => asked.Path == address || asked.From == site + address).Select(asked => asked.Path)];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Host)
        {
            _heard.Add(value.Subscribe(this, name => name.StartsWith(Asked, StringComparison.Ordinal)));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: $"{Asked}.Start", Value: HttpContext context })
        {
            _paths.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.Referer.ToString()));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _heard.ForEach(heard => heard.Dispose());
}
