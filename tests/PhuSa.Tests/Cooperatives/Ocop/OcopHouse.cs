using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Products;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>A product of its own on the samples, for tests that keep OCOP products. All of them are made up.</summary>
public sealed class OcopHouse : IAsyncLifetime
{
    internal const string Desk = "/quan-tri/san-pham-ocop";
    internal const string Form = "main form[method=post]";
    internal static readonly Actor By = new("Cán bộ OCOP", "kiểm thử");

    /// <summary>All the product's clocks begin on 1 July 2026.</summary>
    internal static readonly DateOnly Today = new(2026, 7, 1);
    private static int _count;

    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal Task<Visitor> OfficerAsync() => App.SignedInAsync(Role.DepartmentOfficer);

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An organisation that may own a product.</summary>
    internal Task<Organisation> OwnerAsync(OrganisationKind kind = OrganisationKind.HouseholdBusiness) => OwnerIn(App, kind);

    /// <summary>A product and its one certificate.</summary>
    /// <param name="decidedOn">Null: of a day that is not known.</param>
    /// <returns>Its code and the evaluation.</returns>
    internal Task<(string Code, Guid Evaluation)> CertifiedAsync(string name, string? decidedOn, Guid? owner = null, string? revokedOn = null, int stars = 4, OcopGroup? group = OcopGroup.Food, string? place = null) =>
        CertifiedIn(App, name, decidedOn, owner, revokedOn, stars, group, place);

    internal static async Task<Organisation> OwnerIn(App app, OrganisationKind kind = OrganisationKind.HouseholdBusiness)
    {
        var number = Interlocked.Increment(ref _count);
        var organisation = new Organisation(Guid.CreateVersion7(), $"chu-the-{number}", kind, $"Cơ sở Mẫu số {number}", shortName: null);
        await WriteAsync(app, db => db.Add(organisation));
        return organisation;
    }

    internal static async Task<(string Code, Guid Evaluation)> CertifiedIn(App app, string name, string? decidedOn, Guid? owner = null, string? revokedOn = null, int stars = 4, OcopGroup? group = OcopGroup.Food, string? place = null)
    {
        var code = PhuSa.Vietnamese.Slug.From(name);
        var product = new OcopProduct(Guid.CreateVersion7(), code, owner ?? (await OwnerIn(app)).Id, new OcopProductSheet(name, place, null, group, null, null, null, null, null));
        var status = revokedOn is null ? OcopEvaluationStatus.Certified : OcopEvaluationStatus.Revoked;
        var evaluation = new OcopEvaluation(Guid.CreateVersion7(), $"{code}-lan-1", product.Id, OcopRound.First, status, By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        evaluation.Tell(OcopRound.First, new OcopResult(null, null, null, stars, group), new OcopDecision(null, "86/QĐ-UBND", decidedOn is null ? null : Day(decidedOn), null), revokedOn is null ? null : Day(revokedOn), "kiểm thử");
        await WriteAsync(app, db => db.AddRange(product, evaluation));
        return (code, evaluation.Id);
    }

    internal static Task<bool> WriteAsync(App app, Action<AppDbContext> work) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        var db = services.GetRequiredService<AppDbContext>();
        work(db);
        await db.SaveChangesAsync();
        return true;
    });

    internal Task<T> ReadAsync<T>(string code, Func<OcopProduct, IReadOnlyList<OcopEvaluation>, T> read) => App.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var product = await db.Set<OcopProduct>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.Code == code);
        return read(product, await db.Set<OcopEvaluation>().AsNoTracking().AsSplitQuery().Where(e => e.ProductId == product.Id).OrderBy(e => e.Id).ToListAsync());
    });

    /// <summary>A picture with its words, as a browser sends them.</summary>
    internal static async Task<HttpResponseMessage> SendPhotoAsync(Visitor officer, string code, byte[] file, string alt)
    {
        await officer.OpenAsync($"{Desk}/{code}/anh");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(officer.Page.QuerySelector($"{Form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        content.Add(new StringContent(alt), "Input.Alt");
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new("image/jpeg");
        content.Add(part, "Input.File", "anh.jpg");
        return await officer.Http.PostAsync(new Uri($"{Desk}/{code}/anh", UriKind.Relative), content);
    }
}

/// <summary>What a page says beside a field.</summary>
internal static class FieldErrors
{
    public static string ErrorFor(this Visitor visitor, string field) =>
        (visitor.Page.GetElementById(field.Replace('.', '_').Replace('[', '_').Replace(']', '_') + "-loi")?.TextContent ?? "").Replace("Lỗi:", "", StringComparison.Ordinal).Trim();
}
