using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Figures;

namespace PhuSa.Tests.Figures;

/// <summary>In a house into which nothing has been entered no figure says 0: unknown is never zero.</summary>
public sealed class EmptyRegisterTests
{
    [Fact]
    public async Task An_empty_register_makes_its_figures_unknown()
    {
        await using var app = await App.StartAsync(empty: true);
        using var scope = app.Services.CreateScope();
        var book = await scope.ServiceProvider.GetRequiredService<FigureBook>().AllAsync(TestContext.Current.CancellationToken);

        Assert.True(book.Count >= 16);
        foreach (var (code, figure) in book)
        {
            var reading = await figure.ReadAsync(FigureRequest.Everything, TestContext.Current.CancellationToken);

            Assert.True(reading is { Unknown: true, Missing: not null }, code);
        }
    }
}
