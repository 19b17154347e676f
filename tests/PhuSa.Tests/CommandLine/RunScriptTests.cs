using System.Diagnostics;

namespace PhuSa.Tests.CommandLine;

/// <summary><c>./run</c> on a machine that lacks something says so in one sentence.</summary>
public sealed class RunScriptTests
{
    [Fact]
    public async Task Without_dotnet_it_says_what_to_install() =>
        Assert.Contains("Hãy cài .NET SDK 10", await RefusalAsync(dotnet: null, node: "v20.19.0"), StringComparison.Ordinal);

    [Fact]
    public async Task With_an_old_SDK_it_says_which_one_it_needs() =>
        Assert.Contains("Cần .NET SDK 10, máy này có: 8.0.400", await RefusalAsync(dotnet: "8.0.400", node: "v20.19.0"), StringComparison.Ordinal);

    [Fact]
    public async Task Without_node_it_says_what_to_install() =>
        Assert.Contains("Hãy cài Node.js 20.19 trở lên", await RefusalAsync(dotnet: "10.0.100", node: null), StringComparison.Ordinal);

    [Theory]
    [InlineData("v20.18.3")]
    [InlineData("v18.20.0")]
    public async Task With_an_old_node_it_says_which_one_it_needs(string version) =>
        Assert.Contains($"máy này có {version}", await RefusalAsync(dotnet: "10.0.100", node: version), StringComparison.Ordinal);

    /// <summary>Runs a copy of the script where only the named programs are on the path.</summary>
    private static async Task<string> RefusalAsync(string? dotnet, string? node)
    {
        var folder = Directory.CreateTempSubdirectory("phusa_run_");
        try
        {
            var bin = folder.CreateSubdirectory("bin").FullName;
            Directory.CreateDirectory(Path.Combine(folder.FullName, "src"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "samples"));
            foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", "run"])
            {
                File.Copy(App.Repository(file), Path.Combine(folder.FullName, file));
            }

            foreach (var tool in (string[])["bash", "env", "dirname", "find", "sort", "sha256sum", "cut", "mkdir", "flock", "cat"])
            {
                File.CreateSymbolicLink(Path.Combine(bin, tool), Which(tool));
            }

            Program(bin, "dotnet", dotnet);
            Program(bin, "node", node);
            using var process = Process.Start(new ProcessStartInfo(Which("bash"), [Path.Combine(folder.FullName, "run")])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["PATH"] = bin },
            })!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(1, process.ExitCode);
            Assert.Single(error.Trim().Split('\n'));
            return error;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Program(string bin, string name, string? version)
    {
        if (version is not null)
        {
            var path = Path.Combine(bin, name);
            File.WriteAllText(path, $"#!{Which("bash")}\necho {version}\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private static string Which(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, tool)).First(File.Exists);
}
