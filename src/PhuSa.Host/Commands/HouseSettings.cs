using PhuSa.Platform.Data;

namespace PhuSa.Host.Commands;

/// <summary>What was said on the command line; the rest comes from configuration (appsettings.json, environment).</summary>
internal sealed record HouseSettings(string? Data, string? Urls, int? AlliancePort, bool NoSamples, string? TrustedProxies, string[] FrameworkArguments)
{
    public const string DatabaseFile = "phusa.db";

    /// <summary>Lays the command line over the configuration and makes the data folder.</summary>
    /// <exception cref="CannotStartException">The data folder cannot be written.</exception>
    public void ApplyTo(ConfigurationManager configuration)
    {
        Set(configuration, "Data", Data);
        Set(configuration, "Portal:AlliancePort", AlliancePort?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set(configuration, "TrustedProxies", TrustedProxies);
        Set(configuration, "Samples:Load", NoSamples ? "false" : null);
        Set(configuration, "Urls", Urls);

        var folder = Path.GetFullPath(configuration["Data"] ?? "data");
        configuration["Data"] = folder;
        Probe(folder);
        configuration["Database:Connection"] ??= DatabaseRegistration.SqliteFile(Path.Combine(folder, DatabaseFile));
    }

    private static void Set(ConfigurationManager configuration, string key, string? value)
    {
        if (value is not null)
        {
            configuration[key] = value;
        }
    }

    private static void Probe(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".ghi-thu-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"Không ghi được vào thư mục dữ liệu {folder}. Hãy cấp quyền ghi cho tài khoản đang chạy, hoặc chọn thư mục khác bằng --data.");
        }
    }
}

/// <summary>The product cannot start; one sentence says why and what to do.</summary>
internal sealed class CannotStartException(string sentence) : Exception(sentence);
