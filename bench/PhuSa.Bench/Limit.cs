namespace PhuSa.Bench;

/// <summary>The limit: Kestrel writing ready bytes, without routing, counting or look-up.</summary>
internal static class Limit
{
    public static async Task<int> ServeAsync(int port, string folder)
    {
        var plain = await File.ReadAllBytesAsync(Path.Combine(folder, "page.html"));
        var packed = await File.ReadAllBytesAsync(Path.Combine(folder, "page.html.gz"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            var gzip = context.Request.Headers.AcceptEncoding.Count > 0;
            var bytes = gzip ? packed : plain;
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = bytes.Length;
            if (gzip)
            {
                response.Headers.ContentEncoding = "gzip";
            }

            Task written = response.BodyWriter.WriteAsync(bytes).AsTask();
            return written;
        });
        await app.RunAsync();
        return 0;
    }
}
