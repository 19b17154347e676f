using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Alliance;

/// <summary>A product of its own on the samples, for tests that keep the Alliance's records.</summary>
public sealed class AllianceHouse : IAsyncLifetime
{
    internal const string Members = "/quan-tri/lien-minh/thanh-vien";
    internal const string Admissions = "/quan-tri/lien-minh/ket-nap";
    internal const string Form = "main form[method=post]";
    internal static readonly Actor By = new("Cán bộ Liên minh", "kiểm thử");
    private static int _count = 500;
    private readonly SemaphoreSlim _once = new(1);

    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "1000000");

    public async ValueTask DisposeAsync()
    {
        _once.Dispose();
        await App.DisposeAsync();
    }

    internal Task<Visitor> OfficerAsync() => App.SignedInAsync(Role.AllianceOfficer);

    internal Task<Visitor> LeaderAsync() => App.SignedInAsync(Role.AllianceLeader);

    internal Task<T> InDbAsync<T>(Func<AppDbContext, Task<T>> work) => App.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(By);
        return work(services.GetRequiredService<AppDbContext>());
    });

    /// <summary>An organisation that no other test uses.</summary>
    internal Task<Organisation> OrganisationAsync(OrganisationKind kind = OrganisationKind.Cooperative) => InDbAsync(async db =>
    {
        var number = Interlocked.Increment(ref _count);
        var organisation = new Organisation(Guid.CreateVersion7(), $"to-chuc-{number}", kind, $"Tổ chức số {number}", shortName: null);
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    /// <summary>A decision in the Alliance's register, signed on this day.</summary>
    /// <returns>Its number.</returns>
    internal Task<string> PaperAsync(string signedOn, PaperKind kind = PaperKind.Decision, string? number = null, string issuer = "lien-minh-htx") => InDbAsync(async db =>
    {
        number ??= $"{Interlocked.Increment(ref _count)}/QĐ-LMHTX";
        var own = await db.Set<Organisation>().Where(o => o.Code == issuer).Select(o => o.Id).SingleAsync();
        var day = RecordTime.Day(DateOnly.Parse(signedOn, CultureInfo.InvariantCulture));
        db.Add(new Paper(Guid.CreateVersion7(), $"vb-{Guid.CreateVersion7():N}", new PaperContent { Kind = kind, Number = number, Title = "Quyết định của Liên minh", IssuedById = own, SignedOn = day, IsPublic = true }, By, App.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        return number;
    });

    /// <summary>Records a request through the pages.</summary>
    /// <returns>Its address.</returns>
    internal static async Task<string> RequestAsync(Visitor officer, Organisation organisation, string memberClass = "Official")
    {
        await officer.OpenAsync($"{Admissions}/moi?to-chuc={organisation.Code}");
        await officer.SubmitAsync(Form, ("Input.Class", memberClass), ("Input.Slip", "Đơn xin gia nhập ngày 01/06/2026"), ("Input.ReceivedOn", "2026-06-01"));
        Assert.Equal(302, officer.Status);
        return officer.Redirect!.OriginalString;
    }

    internal static async Task StepAsync(Visitor officer, string request, string step, string why = "Đủ điều kiện theo Điều lệ")
    {
        await officer.OpenAsync($"{request}/{step}");
        await (step == "tham-dinh" ? officer.SubmitAsync(Form, ("Input.Room", "Phòng Tư vấn"), ("Input.Why", why)) : officer.SubmitAsync(Form, ("Input.Why", why)));
        Assert.Equal(302, officer.Status);
    }

    internal static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);

    /// <summary>A list with exactly these appraised requests.</summary>
    internal static async Task<string> ListAsync(Visitor officer, string home, params string[] requests)
    {
        await officer.OpenAsync($"{home}/quyet-dinh/moi");
        var form = officer.Page.QuerySelector(Form)!;
        var fields = new[] { "NewId", "__RequestVerificationToken" }.Select(name => (name, form.QuerySelector($"[name={name}]")!.GetAttribute("value")!))
            .Append(("Input.Title", "Đợt thử"))
            .Concat(requests.Select(request => ("Input.Rows", IdOf(request).ToString())));
        await officer.PostAsync($"{home}/quyet-dinh/moi", [.. fields]);
        Assert.Equal(302, officer.Status);
        return officer.Redirect!.OriginalString;
    }

    internal static async Task SignAsync(Visitor leader, string decision, string number)
    {
        await leader.OpenAsync($"{decision}/ky");
        await leader.SubmitAsync(Form, ("Input.Number", number));
    }

    /// <summary>From a request to a member, through the pages.</summary>
    /// <returns>The address of the decision.</returns>
    internal async Task<string> AdmitAsync(Organisation organisation, string signedOn, string memberClass = "Official")
    {
        var officer = await OfficerAsync();
        var request = await RequestAsync(officer, organisation, memberClass);
        await StepAsync(officer, request, "tham-dinh");
        var decision = await ListAsync(officer, Admissions, request);
        var leader = await LeaderAsync();
        await SignAsync(leader, decision, await PaperAsync(signedOn));
        Assert.True(leader.Status == 302, leader.Text);
        return decision;
    }

    /// <summary>An organisation of the samples, admitted by whichever test comes first.</summary>
    internal async Task AdmitOnceAsync(string code, string signedOn)
    {
        await _once.WaitAsync();
        try
        {
            var organisation = await InDbAsync(db => db.Set<Organisation>().SingleAsync(o => o.Code == code));
            if (!await InDbAsync(db => db.Set<PhuSa.Alliance.Memberships.Membership>().AnyAsync(m => m.Id == organisation.Id)))
            {
                await AdmitAsync(organisation, signedOn);
            }
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>The number of the decision is void.</summary>
    internal async Task VoidAsync(string decision)
    {
        var leader = await LeaderAsync();
        await StepAsync(leader, decision, "huy-so", "Ghi trùng số");
    }

    internal async Task<Visitor> ActAsync(Organisation organisation, string action, string on, string why = "Theo đơn của tổ chức")
    {
        var leader = await LeaderAsync();
        await leader.OpenAsync($"{Members}/{organisation.Code}/thay-doi");
        return await leader.SubmitAsync(Form, ("Input.Action", action), ("Input.On", on), ("Input.Source", "Quyết định 01/QĐ-LMHTX"), ("Input.Why", why));
    }
}
