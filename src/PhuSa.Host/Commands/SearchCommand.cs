using PhuSa.Host.Startup;
using PhuSa.Platform.Search;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa search rebuild</c>: every search index is made anew from the records.</summary>
internal static class SearchCommand
{
    public static async Task<int> RebuildAsync(HouseSettings settings, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.RequireCurrentAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var rebuild = scope.ServiceProvider.GetRequiredService<SearchRebuild>();
        await rebuild.AskAsync(cancellationToken);
        var (made, running) = await rebuild.MakeAsync(new Lines(), cancellationToken);
        await Console.Out.WriteLineAsync($"Đã lập lại {made} chỉ mục tìm kiếm trong thư mục này.");
        if (running > 0)
        {
            await Console.Out.WriteLineAsync($"{running} tiến trình đang chạy trên thư mục này tự lập lại chỉ mục của mình trong ít phút; trong lúc đó vẫn tìm bằng chỉ mục cũ.");
        }

        return 0;
    }

    /// <summary>A line for each tenth, in the order in which they are reached.</summary>
    private sealed class Lines : IProgress<SearchProgress>
    {
        private const int Parts = 10;
        private int _told;

        public void Report(SearchProgress value)
        {
            var part = value.All == 0 ? Parts : (int)((long)value.Done * Parts / value.All);
            if (part != _told)
            {
                _told = part;
                Console.Out.WriteLine($"{part * 100 / Parts,3}% · {value.Done} / {value.All} tài liệu");
            }
        }
    }
}
