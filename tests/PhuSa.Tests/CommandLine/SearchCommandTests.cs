using PhuSa.Tests.Import;

namespace PhuSa.Tests.CommandLine;

/// <summary><c>phusa search rebuild</c>.</summary>
public sealed class SearchCommandTests
{
    [Fact]
    public async Task Indexes_are_made_anew_with_progress_and_those_that_run_are_told()
    {
        await using var house = await ProcessHouse.OpenedAsync();
        using var folder = new ImportFolder().With("organisations.csv", "code,name,short_name,kind\nso,Sở Mẫu,Sở,agency\n");
        Assert.Equal(0, (await house.RunAsync("import", folder.Path)).Code);
        using (File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(house.Data, "search")).FullName, "1.lock")))
        {
            // Nobody holds it now: an index that a process left behind.
        }

        var (code, output, error) = await house.RunAsync("search", "rebuild");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Đã lập lại 1 chỉ mục tìm kiếm trong thư mục này.", output, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(house.Data, "search"), "*.db"));

        Assert.Equal(0, (await house.RunAsync("search", "rebuild")).Code);
        Assert.NotEqual(file, Assert.Single(Directory.GetFiles(Path.Combine(house.Data, "search"), "*.db")));
    }
}
