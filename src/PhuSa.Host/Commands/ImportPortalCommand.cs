using System.CommandLine;
using System.Text;
using PhuSa.Documents.Sheets;
using PhuSa.Host.Startup;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa import-portal FOLDER</c>: the articles of an old portal, one after another; it may be stopped and run again.</summary>
internal static class ImportPortalCommand
{
    private static readonly TimeSpan UntilEveryInstanceKnows = TimeSpan.FromMilliseconds(500);

    public static Command Make(Func<ParseResult, HouseSettings> settings)
    {
        var folder = new Argument<string?>("folder") { Description = "Thư mục chứa bản tải về của cổng cũ", Arity = ArgumentArity.ZeroOrOne };
        var site = new Option<string?>("--site") { Description = "Mã trang nhận bài, như trong sites.csv" };
        var map = new Option<string?>("--map") { Description = "Tệp bản đồ, hoặc tên một bản mẫu đi kèm" };
        var category = new Option<string?>("--category") { Description = "Mã chuyên mục cho bài mà bản đồ không xếp được" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ đọc và báo cáo, không ghi" };
        var report = new Option<string?>("--report") { Description = "Ghi báo cáo vào tệp CSV này" };
        var showMap = new Option<string?>("--show-map") { Description = "In một bản mẫu đi kèm ra để sửa" };
        var verb = new Command("import-portal", "Nhập bài viết của cổng cũ từ bản tải về trên đĩa") { folder, site, map, category, dryRun, report, showMap };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            settings(parsed),
            parsed.GetValue(showMap),
            new Typed(parsed.GetValue(folder), parsed.GetValue(site), parsed.GetValue(map), parsed.GetValue(category), parsed.GetValue(dryRun), parsed.GetValue(report)),
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(HouseSettings settings, string? showMap, Typed typed, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        await using var scope = app.Services.CreateAsyncScope();
        if (showMap is not null)
        {
            var import = scope.ServiceProvider.GetRequiredService<IOldPortalImport>();
            await Console.Out.WriteLineAsync(import.MapNamed(showMap) ?? throw new RefusedException("Không có bản mẫu nào tên {0}. Các bản mẫu đi kèm: {1}.", showMap, string.Join(", ", import.Maps)));
            return 0;
        }

        if (typed is not { Folder: { } folder, Site: { } site, Map: { } map })
        {
            throw new RefusedException("Cần ghi đủ: phusa import-portal THƯ-MỤC --site MÃ-TRANG --map TỆP. Xem bản mẫu bằng --show-map wordpress hoặc --show-map websphere.");
        }

        await DatabaseOpening.MigrateAsync(app.Services, cancellationToken);
        var result = await scope.ServiceProvider.GetRequiredService<IOldPortalImport>()
            .RunAsync(new OldPortalOrder(folder, site, map, typed.Category, typed.DryRun), new Actor("Nhập cổng cũ", $"{Environment.UserName}, {Path.GetFullPath(folder)}"), Terminal(), cancellationToken);
        await TellAsync(result, typed);
        if (!typed.DryRun && result.New + result.Changed > 0)
        {
            await Task.Delay(UntilEveryInstanceKnows, cancellationToken);
        }

        return result.Errors == 0 ? 0 : 1;
    }

    private static async Task TellAsync(OldPortalResult result, Typed typed)
    {
        foreach (var line in result.Lines.Where(line => line.Weight == OldPortalWeight.Error))
        {
            await Console.Error.WriteLineAsync($"{(line.File.Length == 0 ? "thư mục" : line.File)}: {line.Sentence}");
        }

        if (typed.Report is { } report)
        {
            await using var file = new StreamWriter(report, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            CsvExport.Write(file, ["mức", "tệp", "địa chỉ cũ", "địa chỉ mới", "việc"], result.Lines.Select(line => (IReadOnlyList<SheetCell>)[WordOf(line.Weight), line.File, line.OldAddress, line.NewAddress, line.Sentence]));
        }

        await Console.Out.WriteLineAsync($"{result.Pages} bài trong bản tải về; {result.Others} trang khác không phải bài.");
        await Console.Out.WriteLineAsync($"{(typed.DryRun ? "Kiểm tra xong, không ghi gì. Nếu nhập thật: " : "Đã nhập: ")}{result.New} bài mới, {result.Changed} bài thay đổi, {result.Same} bài như cũ, {result.Kept} bài cán bộ đã sửa (giữ nguyên), {result.Errors} lỗi.");
        if (result.ToMend > 0)
        {
            await Console.Out.WriteLineAsync($"{result.ToMend} chỗ cần cán bộ xem lại (ảnh chưa có lời tả, liên kết không còn nơi đến…){(typed.Report is null ? "; ghi ra tệp bằng --report." : $"; xem {typed.Report}.")}");
        }
    }

    private static string WordOf(OldPortalWeight weight) => weight switch
    {
        OldPortalWeight.Error => "lỗi",
        OldPortalWeight.Mend => "cần sửa",
        _ => "ghi chú",
    };

    private static Progress<OldPortalProgress>? Terminal() => Console.IsOutputRedirected
        ? null
        : new Progress<OldPortalProgress>(progress => Console.Error.Write(progress.Reading ? $"\rđang đọc {progress.Done}/{progress.All} trang…        " : $"\rđang ghi {progress.Done}/{progress.All} bài…        "));

    private sealed record Typed(string? Folder, string? Site, string? Map, string? Category, bool DryRun, string? Report);
}
