using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Marks;

/// <summary>A product of its own on the samples, for tests that keep rights to marks.</summary>
public sealed class MarkHouse : IAsyncLifetime
{
    internal const string Rights = "/quan-tri/nhan-hieu/quyen";
    internal const string Form = "main form[method=post]";
    internal static readonly Actor By = new("Cán bộ nhãn hiệu", "kiểm thử");
    private static int _count = 700;

    /// <summary>Every state of a right, as open data names it.</summary>
    public static TheoryData<string> States { get; } = ["valid", "expiring", "unknownTerm", "notYet", "suspended", "revoked", "expired", "givenUp"];

    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal Task<Visitor> OfficerAsync() => App.SignedInAsync(Role.DepartmentOfficer);

    internal Task<T> InDbAsync<T>(Func<AppDbContext, Task<T>> work) => App.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(By);
        return work(services.GetRequiredService<AppDbContext>());
    });

    internal static int Next() => Interlocked.Increment(ref _count);

    /// <summary>A cooperative that no other test uses.</summary>
    internal Task<Organisation> HolderAsync() => InDbAsync(async db =>
    {
        var number = Next();
        var organisation = new Organisation(Guid.CreateVersion7(), $"don-vi-{number}", OrganisationKind.Cooperative, $"Đơn vị số {number}", shortName: null);
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    /// <summary>A right to the samples' mark, put on record behind the pages' back.</summary>
    internal async Task<MarkGrant> GrantAsync(string? given = "2024-01-01", string? expires = "2027-12-31", Action<MarkGrant, DateTime>? then = null, GrantDetails? details = null)
    {
        var holder = await HolderAsync();
        return await InDbAsync(async db =>
        {
            var mark = await db.Set<CertificationMark>().SingleAsync();
            var now = App.Clock.GetUtcNow().UtcDateTime;
            var terms = new GrantTerms("Xoài cát Hoà Lộc", given is null ? RecordTime.Unknown : RecordTime.Day(Day(given)), expires is null ? null : Day(expires), null, null, null);
            var grant = new MarkGrant(Guid.CreateVersion7(), $"quyen-{Next()}", mark.Id, holder.Id, terms, GrantStatus.Granted, By, now);
            if (details is not null)
            {
                grant.Detail(details);
            }

            then?.Invoke(grant, now);
            db.Add(grant);
            await db.SaveChangesAsync();
            return grant;
        });
    }

    /// <summary>A right that stands so on the day on which this product's clock begins.</summary>
    /// <param name="state">As open data names it.</param>
    /// <param name="decision">The paper that gives it.</param>
    /// <param name="paper">The paper of its last move, where it has moved.</param>
    internal Task<MarkGrant> InStateAsync(string state, Guid? decision = null, Guid? paper = null)
    {
        var (given, expires) = state switch
        {
            "expiring" => ("2024-01-01", "2026-08-01"),
            "unknownTerm" => ("2024-01-01", (string?)null),
            "notYet" => ("2026-07-02", "2027-12-31"),
            "expired" => ("2024-01-01", "2026-06-30"),
            _ => ("2024-01-01", "2027-12-31"),
        };
        return GrantAsync(given, expires, (grant, now) =>
        {
            if (decision is { } known)
            {
                grant.Decide(known);
            }

            var news = News() with { PaperId = paper };
            switch (state)
            {
                case "suspended":
                    grant.Suspend(news, null, By, now);
                    break;
                case "revoked":
                    grant.Revoke(news, null, By, now);
                    break;
                case "givenUp":
                    grant.HandBack(news, By, now);
                    break;
            }
        });
    }

    /// <summary>An application that only waits for the right, of an organisation that no other test uses.</summary>
    internal async Task<MarkApplication> CheckedApplicationAsync(Organisation? holder = null)
    {
        holder ??= await HolderAsync();
        return await InDbAsync(async db =>
        {
            var mark = await db.Set<CertificationMark>().SingleAsync();
            var now = App.Clock.GetUtcNow().UtcDateTime;
            var application = new MarkApplication(Guid.CreateVersion7(), mark.Id, holder.Id, new ApplicationContent("Xoài cát", null, null, "Ấp Long Hoà", 1200, "tấn", "Theo VietGAP", null), By, now);
            application.Submit($"NH-2026-{Next()}", null, new MoveNews(Day("2026-06-25"), null), By, now);
            application.FindComplete(new MoveNews(Day("2026-06-26"), null), By, now);
            application.CheckField(new MoveNews(Day("2026-06-29"), "Đạt"), "Tổ 1", passed: true, By, now);
            db.Add(application);
            await db.SaveChangesAsync();
            return application;
        });
    }

    /// <summary>A decision in the register of papers, signed on this day.</summary>
    /// <returns>Its number.</returns>
    internal Task<string> PaperAsync(string signedOn = "2026-06-15", string? number = null, string issuer = "so-khcn") => InDbAsync(async db =>
    {
        number ??= $"{Next()}/QĐ-SKHCN";
        var own = await db.Set<Organisation>().Where(o => o.Code == issuer).Select(o => o.Id).SingleAsync();
        db.Add(new Paper(Guid.CreateVersion7(), $"vb-{Guid.CreateVersion7():N}", new PaperContent { Kind = PaperKind.Decision, Number = number, Title = "Quyết định về quyền sử dụng nhãn hiệu", IssuedById = own, SignedOn = RecordTime.Day(Day(signedOn)), IsPublic = true }, By, App.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        return number;
    });

    internal Task<MarkGrant> ReadAsync(Guid id) => InDbAsync(db => db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().SingleAsync(g => g.Id == id));

    /// <summary>An officer's hands on the rights, without the page around them.</summary>
    internal Task<T> DeskAsync<T>(Func<GrantDesk, Task<T>> work) => App.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(By);
        return work(new GrantDesk(services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IOrganisations>(), services.GetRequiredService<IAgencyPapers>(), new Keeper(), App.Clock));
    });

    /// <summary>The same on the labels.</summary>
    internal Task<T> LabelsAsync<T>(Func<LabelDesk, Task<T>> work) => DeskAsync(desk => work(new LabelDesk(desk)));

    internal static string Check(MarkGrant grant) => CheckAddress.Of(grant.CheckCode);

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static GrantNews News(string on = "2026-06-30") => new(Day(on), "Lý do của phép thử", null);

    internal static async Task<Visitor> StepAsync(Visitor officer, Guid grant, string step, params (string Name, string Value)[] more)
    {
        await officer.OpenAsync($"{Rights}/{grant}/{step}");
        Assert.Equal(200, officer.Status);
        return await officer.SubmitAsync(Form, [("Input.On", "2026-07-01"), ("Input.Why", "Không đạt kiểm nghiệm"), .. more]);
    }

    private sealed class Keeper : ISignedIn
    {
        public SignedIn? Person { get; } = new(Guid.Empty, By.Name, Guid.Empty, By.Detail!, new HashSet<Role>(), new HashSet<string>(StringComparer.Ordinal), Guid.Empty);
    }
}
