using System.Text;
using ImageMagick;
using PhuSa.Tests.Files;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>A small mirror of an old site on disk, made by hand: pages of both kinds of portals, pictures, papers.</summary>
internal sealed class OldMirror : IDisposable
{
    public const string Host = "cu.example.vn";

    public const string Map = """
        {
          "hosts": ["cu.example.vn"],
          "title": { "selector": "h1" },
          "summary": { "selector": ".sapo" },
          "body": ".noi-dung",
          "published": { "selector": "span, p", "pattern": "Ngày đăng\\s*:\\s*(\\d{1,2}/\\d{1,2}/\\d{4})", "formats": ["d/M/yyyy"] },
          "author": { "selector": "span, p", "pattern": "Tác giả\\s*:\\s*([^:-]*)" },
          "source": { "selector": "span, p", "pattern": "Nguồn\\s*:\\s*(.+)$" },
          "initials": { "selector": "p", "pattern": "^([A-ZĐ]{2,6})$" },
          "category": { "selector": ".duong-dan a" },
          "categories": { "Hoạt động": "khcn.hoat-dong-khoa-hoc-cong-nghe" },
          "drop": [".chia-se"],
          "attachments": ".dinh-kem a"
        }
        """;

    public OldMirror()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(MapFile, Map);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"phusa_mirror_{Guid.CreateVersion7():N}");

    public string MapFile => Folder + ".json";

    /// <summary>A page as the old portal of an agency makes them: path and trail, day, author, letters at the end.</summary>
    public OldMirror Page(string name, string title, string body, string line = "Ngày đăng : 13/07/2020", string author = "Tác giả :", string around = "", string trail = "Hoạt động", string initials = "NV") => Write(name, $"""
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng cũ</title>{around}</head><body>
        <div class="duong-dan"><a href="/">Trang chủ</a> <a href="/muc">{trail}</a></div>
        <h1>{title}</h1><p><span>{line}</span></p><p><span>{author}</span></p>
        <div class="noi-dung">{body}<div class="chia-se"><a href="https://chia-se.example/">Chia sẻ</a></div><p>{initials}</p></div>
        <div class="dinh-kem"></div></body></html>
        """);

    public OldMirror Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public OldMirror Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public OldMirror WriteMap(string map)
    {
        File.WriteAllText(MapFile, map);
        return this;
    }

    public OldMirror Picture(string name) => Write(name, Samples.Picture(MagickFormat.Jpeg));

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        File.Delete(MapFile);
    }
}
