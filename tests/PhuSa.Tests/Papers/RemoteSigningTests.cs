using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PhuSa.Papers.Signing;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>The digital signature of a PDF by a key that lies at a service, over its real protocol.</summary>
public sealed class RemoteSigningTests : IDisposable
{
    private static readonly DateTime Now = App.Start.UtcDateTime;
    private readonly SigningAuthorityFile _authority = new(App.Start.AddDays(-30), App.Start.AddDays(30));
    private readonly ServiceProvider _clients = new ServiceCollection().AddHttpClient(RemoteSigner.Client, http => http.Timeout = TimeSpan.FromSeconds(2))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).Services.BuildServiceProvider();

    [Theory]
    [InlineData(1, false), InlineData(2, false), InlineData(2, true)]
    public async Task A_service_is_told_the_digest_and_the_pdf_holds_its_signature(int version, bool fetchesToken)
    {
        await using var service = await SigningService.StartAsync(_authority, version);
        var pdf = SigningAuthorityFile.Pdf();

        var signed = await SignAsync(service, pdf, fetchesToken ? [("Token", null), ("TokenUrl", service.TokenUrl), ("ClientId", "phu-sa"), ("ClientSecret", SigningService.Secret)] : []);

        var cms = PdfReader.Checked(signed);
        Assert.Equal(_authority.Certificate.RawData, cms.SignerInfos[0].Certificate!.RawData);
        Assert.Contains(cms.Certificates, certificate => certificate.RawData.AsSpan().SequenceEqual(_authority.Root.RawData));
        Assert.Equal(pdf, signed[..pdf.Length]);
        Assert.Single(service.Signed);
    }

    [Fact]
    public async Task What_a_service_refuses_is_told_by_its_code()
    {
        await using var service = await SigningService.StartAsync(_authority, version: 2);

        await RefusedAsync(service, "Dịch vụ ký số từ chối, chưa có gì được ký (mã {0}). Hãy báo người quản trị.", "invalid_pin", ("Pin", "000000"));
        await RefusedAsync(service, "Dịch vụ ký số từ chối, chưa có gì được ký (mã {0}). Hãy báo người quản trị.", "invalid_token", ("Token", "the-khac"));
        await RefusedAsync(service, "Dịch vụ ký số từ chối, chưa có gì được ký (mã {0}). Hãy báo người quản trị.", "invalid_client", ("Token", null), ("TokenUrl", service.TokenUrl), ("ClientId", "phu-sa"), ("ClientSecret", "sai"));
        service.Fault = (_, _) => Results.Text("<html>Bad gateway</html>", statusCode: 502);
        await RefusedAsync(service, "Dịch vụ ký số từ chối, chưa có gì được ký (mã {0}). Hãy báo người quản trị.", "502");
        service.Fault = (_, _) => Results.Redirect("/oauth2/token");
        await RefusedAsync(service, "Dịch vụ ký số từ chối, chưa có gì được ký (mã {0}). Hãy báo người quản trị.", "302");
        Assert.Empty(service.Signed);
    }

    [Fact]
    public async Task An_answer_that_is_wrong_signs_nothing()
    {
        const string strange = "Dịch vụ ký số trả lời không đúng quy cách, chưa có gì được ký. Hãy báo người quản trị.";
        await using var service = await SigningService.StartAsync(_authority, version: 2);
        foreach (var (path, answer) in new[]
        {
            ("info", "[]"), ("info", "không phải JSON"), ("info", """{"cert":{"certificates":["???"]}}"""), ("info", """{"cert":{"certificates":["AAAA"]}}"""),
            ("authorize", "{}"), ("authorize", """{"SAD":5}"""), ("signHash", """{"signatures":["???"]}"""),
        })
        {
            service.Fault = (asked, _) => asked == path ? Results.Text(answer) : null;
            await RefusedAsync(service, strange);
        }

        foreach (var answer in new[] { """{"key":{"status":"disabled"},"cert":{"certificates":[]}}""", """{"cert":"không"}""", "{}" })
        {
            service.Fault = (asked, _) => asked == "info" ? Results.Text(answer) : null;
            await RefusedAsync(service, "Chứng thư số ở dịch vụ ký số đang bị khoá hoặc chưa có. Hãy báo người quản trị.");
        }

        const string mismatch = "Chữ ký mà dịch vụ ký số trả về không khớp với chứng thư, chưa có gì được lưu. Hãy báo người quản trị.";
        using var other = RSA.Create(2048);
        foreach (var signature in new[] { Convert.ToBase64String(other.SignHash(new byte[32], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)), "AAAA", "" })
        {
            service.Fault = (asked, _) => asked == "signHash" ? Results.Json(new JsonObject { ["signatures"] = new JsonArray(signature) }) : null;
            await RefusedAsync(service, mismatch);
        }
    }

    [Fact]
    public async Task A_service_that_is_away_or_slow_is_told_and_signs_nothing()
    {
        const string away = "Dịch vụ ký số không trả lời, chưa có gì được ký. Hãy thử lại sau ít phút.";
        var service = await SigningService.StartAsync(_authority, version: 1);
        service.Fault = (_, _) => new Slow();
        await RefusedAsync(service, away);
        await service.DisposeAsync();
        await RefusedAsync(service, away);
    }

    [Fact]
    public async Task A_token_goes_over_no_open_line_and_a_key_that_is_not_rsa_or_not_valid_signs_nothing()
    {
        await using var service = await SigningService.StartAsync(_authority, version: 2);
        const string open = "Địa chỉ của dịch vụ ký số phải bắt đầu bằng https://. Hãy báo người quản trị.";
        await RefusedAsync(service, open, null, ("Url", "http://ky-so.example/csc/v2"));
        await RefusedAsync(service, open, null, ("Url", "ky-so"));
        await RefusedAsync(service, open, null, ("TokenUrl", "ftp://127.0.0.1/"));
        await RefusedAsync(service, "Cấu hình ký số từ xa thiếu mã chứng thư (Credential). Hãy báo người quản trị.", null, ("Credential", null));
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=Khoá đường cong", curve, HashAlgorithmName.SHA256).CreateSelfSigned(App.Start.AddDays(-1), App.Start.AddDays(1));
        service.Certificates = [own];
        await RefusedAsync(service, "Dịch vụ ký số dùng khoá không phải RSA nên chưa ký được. Hãy báo người quản trị.");
        using var old = new SigningAuthorityFile(App.Start.AddDays(-60), App.Start.AddDays(-30));
        service.Certificates = [old.Certificate];
        await RefusedAsync(service, "Chứng thư số chỉ có hiệu lực từ {0:dd/MM/yyyy} đến {1:dd/MM/yyyy}.");
        Assert.Empty(service.Signed);
    }

    [Fact]
    public async Task An_officer_signs_a_paper_with_the_key_at_the_service_and_reads_why_where_it_refuses()
    {
        await using var service = await SigningService.StartAsync(_authority, version: 1);
        await using var app = await App.StartAsync(prepare: house =>
        {
            house.Settings["Papers:LibreOffice"] = "soffice";
            foreach (var (name, value) in Settings(service))
            {
                house.Settings[$"{SigningKeys.Section}:so-khcn:Remote:{name}"] = value;
            }
        });
        var officer = await app.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SigningAuthorityFile.SignedPaperAsync(officer);
        service.Fault = (asked, _) => asked == "authorize" ? Results.Json(new JsonObject { ["error"] = "credential_locked" }, statusCode: 400) : null;
        await officer.OpenAsync($"{paper}/ky-so");
        await officer.SubmitAsync("main form[method=post]");
        Assert.Equal(409, officer.Status);
        Assert.Contains("credential_locked", officer.Text, StringComparison.Ordinal);
        Assert.Null((await officer.OpenAsync(paper)).Page.QuerySelector("a[href*='-ky-so.pdf']"));

        service.Fault = (_, _) => null;
        await officer.OpenAsync($"{paper}/ky-so");
        await officer.SubmitAsync("main form[method=post]");
        await officer.FollowAsync();

        var kept = officer.Page.QuerySelector("a[href*='-ky-so.pdf']")!.GetAttribute("href")!;
        var signed = await officer.Http.GetByteArrayAsync(new Uri(kept, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(_authority.Certificate.RawData, PdfReader.Checked(signed).SignerInfos[0].Certificate!.RawData);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _clients.Dispose();
    }

    private static Dictionary<string, string?> Settings(SigningService service) => new(StringComparer.Ordinal)
    {
        ["Url"] = service.Url,
        ["Credential"] = "so-khcn",
        ["Token"] = SigningService.Token,
        ["Pin"] = SigningService.Pin,
    };

    private async Task RefusedAsync(SigningService service, string sentence, object? code = null, params (string Name, string? Value)[] otherwise)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SignAsync(service, SigningAuthorityFile.Pdf(), otherwise));
        Assert.Equal(sentence, refused.Text);
        Assert.True(code is null || code.Equals(Assert.Single(refused.Args)));
    }

    private Task<byte[]> SignAsync(SigningService service, byte[] pdf, params (string Name, string? Value)[] otherwise)
    {
        var settings = Settings(service);
        foreach (var (name, value) in otherwise)
        {
            settings[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create($"{SigningKeys.Section}:so-khcn:Remote:{setting.Key}", setting.Value))).Build();
        var keys = new SigningKeys(configuration, new RemoteSigner(_clients.GetRequiredService<IHttpClientFactory>(), NullLogger<RemoteSigner>.Instance), NullLogger<SigningKeys>.Instance);
        return keys.SignAsync("so-khcn", pdf, "Ký số văn bản 05/BC-SKHCN", Now, TestContext.Current.CancellationToken);
    }

    private sealed class Slow : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Task.Delay(TimeSpan.FromMinutes(1), httpContext.RequestAborted);
    }
}
